import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { LedgerService } from '#ledger';
import { LoginThrottleService, loginKeys } from './login-throttle.service.js';
import { passwordFits } from './password.js';
import type { AdministratorRole } from './role.js';
import { SessionPolicy } from './session-policy.js';
import { SessionService } from './session.service.js';
import { normalEmail } from './user.service.js';

interface Account {
  id: string;
  password_hash: string | null;
}

/** Signing in and out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policy: SessionPolicy,
    private readonly sessions: SessionService,
    private readonly throttle: LoginThrottleService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Opens a new session; one that the browser still carries ends with it. The answer and the work are the same whether
   * the account is unknown, disabled, without a password, or the password wrong.
   *
   * @param source where the attempt comes from, an IP address
   * @returns the session's token
   * @throws DomainError `sign-in-failed`, or `too-many-attempts` with `retryAfterSeconds`
   */
  async signIn(email: string, password: string, source: string, previousToken?: string): Promise<string> {
    return this.authenticate(email, password, source, async (manager, userId) => {
      if (previousToken !== undefined) await this.sessions.close(manager, previousToken);
      await this.ledger.record(manager, { kind: 'signed-in', subject: { user: userId } });
      return this.sessions.open(manager, userId);
    });
  }

  /**
   * Who stands behind an act made at the terminal: asks the same as a sign-in, and opens nothing.
   * @returns the person's uuid
   * @throws DomainError as `signIn`; `not-allowed` where the person does not hold the role
   */
  async confirmAdministrator(email: string, password: string, role: AdministratorRole): Promise<string> {
    return this.authenticate(email, password, 'terminal', async (manager, userId) => {
      const held = await manager.query<unknown[]>(
        'select from role_grants where user_id = $1 and role = $2 and revoked_at is null',
        [userId, role],
      );
      if (held.length === 0) throw new DomainError('not-allowed');
      return userId;
    });
  }

  async signOut(userId: string, token: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.sessions.close(manager, token);
      await this.ledger.record(manager, { kind: 'signed-out', subject: { user: userId } });
    });
  }

  private async authenticate(
    email: string,
    password: string,
    source: string,
    proceed: (manager: EntityManager, userId: string) => Promise<string>,
  ): Promise<string> {
    const address = normalEmail(email);
    const keys = loginKeys(address, source);
    const attempt = await this.dataSource.transaction((manager) => this.throttle.begin(manager, keys));
    const account = await this.find(address);
    if (!(await passwordFits(account?.password_hash ?? null, password)) || account === undefined) {
      // Without the address and without saying whether it is known: the ledger holds no personal data.
      await this.ledger.record(this.dataSource.manager, { kind: 'refused', body: { act: 'sign-in' } });
      throw new DomainError('sign-in-failed');
    }
    return this.dataSource.transaction(async (manager) => {
      await this.throttle.succeed(manager, attempt, keys);
      return proceed(manager, account.id);
    });
  }

  private async find(email: string): Promise<Account | undefined> {
    const rows = await this.dataSource.query<Account[]>(
      `select u.id, c.password_hash from users u left join credentials c on c.user_id = u.id
        where u.email = $1 and u.disabled_at is null and u.is_demo = $2`,
      [email, this.policy.demo],
    );
    return rows[0];
  }
}
