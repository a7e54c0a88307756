import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { LedgerService } from '#ledger';
import { attemptKeys, LoginThrottleService } from './login-throttle.service.js';
import { NewAccountService, type ConfirmedRegistration } from './new-account.service.js';
import { passwordFits } from './password.js';
import { SessionPolicy } from './session-policy.js';
import { tokenHash } from './token.js';

/**
 * Confirming an address. The link alone opens nothing: it needs the password that was chosen with it, so that nobody
 * gets an account on an address of somebody else, and no reader of an outbox one of a stranger.
 */
@Injectable()
export class RegistrationConfirmationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policy: SessionPolicy,
    private readonly throttle: LoginThrottleService,
    private readonly accounts: NewAccountService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Makes the account and signs its owner in; whatever else was asked for this address is void then.
   *
   * @param source where the request comes from, an IP address
   * @param previousToken session that the browser carries, which ends with it
   * @returns the session's token
   * @throws DomainError `link-expired`; `registration-password-wrong`, after which the link is still good;
   *   `too-many-attempts`, `user-exists`
   */
  async confirm(token: string, password: string, source: string, previousToken?: string): Promise<string> {
    const keys = attemptKeys('confirmation', token, source);
    const attempt = await this.dataSource.transaction((manager) => this.throttle.begin(manager, keys));
    const pending = await this.pending(token);
    if (!(await passwordFits(pending?.passwordHash ?? null, password)) || pending === undefined) {
      await this.ledger.record(this.dataSource.manager, { kind: 'refused', body: { act: 'confirm-registration' } });
      throw new DomainError(pending === undefined ? 'link-expired' : 'registration-password-wrong');
    }
    return this.dataSource.transaction(async (manager) => {
      await this.throttle.succeed(manager, attempt, keys);
      const [, taken] = await manager.query<[unknown[], number]>(
        'delete from registrations where email = $1 and exists (select from registrations where token_hash = $2)',
        [pending.email, tokenHash(token)],
      );
      if (taken === 0) throw new DomainError('link-expired');
      return this.accounts.open(manager, pending, previousToken);
    });
  }

  private async pending(token: string): Promise<ConfirmedRegistration | undefined> {
    const hash = tokenHash(token);
    if (hash === null) return undefined;
    const [row] = await this.dataSource.query<ConfirmedRegistration[]>(
      `select email, display_name as "displayName", password_hash as "passwordHash", locale, is_demo as "isDemo",
         purposes, notice_version as "noticeVersion"
       from registrations where token_hash = $1 and expires_at > now() and is_demo = $2`,
      [hash, this.policy.demo],
    );
    return row;
  }
}
