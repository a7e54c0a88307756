import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { LedgerService } from '#ledger';
import { hashPassword } from './password.js';
import { SessionPolicy } from './session-policy.js';
import { SessionService } from './session.service.js';
import { newToken, tokenHash } from './token.js';

const lifetimeHours = 72;

/** Links by which a person sets a password: random, stored as a hash, good for one use and three days. */
@Injectable()
export class OneTimeLinkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policy: SessionPolicy,
    private readonly sessions: SessionService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Makes a link's token; links made for this person before are void from now on.
   *
   * @param actor uuid of who issues it; `commandLine` for the operator at the terminal
   */
  async issue(manager: EntityManager, userId: string, actor: string): Promise<string> {
    await this.voidLinks(manager, userId);
    return (await this.make(manager, userId, { actor, hours: lifetimeHours })).token;
  }

  /**
   * As `issue`, for whoever asks without having signed in. Links made before stay good: else a stranger could void the one
   * that somebody waits for.
   *
   * @returns the token, and the id of the link's event
   */
  async issueForgotten(manager: EntityManager, userId: string, hours: number): Promise<{ token: string; id: string }> {
    return this.make(manager, userId, { actor: null, hours });
  }

  /**
   * Sets the password; every session of the person ends, and every other link.
   * @throws DomainError `password-too-weak`, after which the link is still good, or `link-expired`
   */
  async setPassword(token: string, password: string): Promise<void> {
    const hash = tokenHash(token);
    if (hash === null) throw new DomainError('link-expired');
    const passwordHash = await hashPassword(password);
    await this.dataSource.transaction(async (manager) => {
      // TypeORM answers an update with rows and count; the row lock makes the second of two uses find it used.
      const [rows] = await manager.query<[{ user_id: string }[], number]>(
        `update one_time_links l set used_at = now() from users u
          where l.token_hash = $1 and l.used_at is null and l.expires_at > now()
            and u.id = l.user_id and u.disabled_at is null and u.is_demo = $2
        returning l.user_id`,
        [hash, this.policy.demo],
      );
      const userId = rows[0]?.user_id;
      if (userId === undefined) throw new DomainError('link-expired');
      await this.storeHash(manager, userId, passwordHash);
      await this.voidLinks(manager, userId);
      await this.sessions.closeAll(manager, userId);
      await this.ledger.record(manager, { kind: 'password-set', subject: { user: userId } });
    });
  }

  /** For accounts whose password is printed, as in the demo. @throws DomainError `password-too-weak` */
  async givePassword(manager: EntityManager, userId: string, password: string): Promise<void> {
    await this.storeHash(manager, userId, await hashPassword(password));
    await this.ledger.record(manager, { kind: 'password-set', subject: { user: userId } });
  }

  private async make(
    manager: EntityManager,
    userId: string,
    { actor, hours }: { readonly actor: string | null; readonly hours: number },
  ): Promise<{ token: string; id: string }> {
    const token = newToken();
    await manager.query(
      `insert into one_time_links (token_hash, user_id, purpose, expires_at)
       values ($1, $2, 'set-password', now() + make_interval(hours => $3))`,
      [tokenHash(token), userId, hours],
    );
    const { id } = await this.ledger.record(manager, {
      kind: 'link-issued',
      subject: { user: userId },
      body: { actor },
    });
    return { token, id };
  }

  private async voidLinks(manager: EntityManager, userId: string): Promise<void> {
    await manager.query('update one_time_links set used_at = now() where user_id = $1 and used_at is null', [userId]);
  }

  private async storeHash(manager: EntityManager, userId: string, passwordHash: string): Promise<void> {
    await manager.query(
      `insert into credentials (user_id, password_hash) values ($1, $2)
       on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now()`,
      [userId, passwordHash],
    );
  }
}
