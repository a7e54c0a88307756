import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LedgerService } from '#ledger';
import type { AccountPurpose } from './consent-purposes.js';
import { ConsentService } from './consent.service.js';
import { SessionService } from './session.service.js';
import { UserService } from './user.service.js';

/** A registration whose address is confirmed. */
export interface ConfirmedRegistration {
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly locale: 'zh' | 'en';
  readonly isDemo: boolean;
  readonly purposes: readonly AccountPurpose[];
  /** Of the wording agreed to. */
  readonly noticeVersion: string;
}

/** Makes the account of somebody who registered: with a password, consents, and a session. */
@Injectable()
export class NewAccountService {
  constructor(
    private readonly users: UserService,
    private readonly consents: ConsentService,
    private readonly sessions: SessionService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * @param previousToken session that the browser carries, which ends with it
   * @returns the session's token
   * @throws DomainError `user-exists` where the address got an account meanwhile
   */
  async open(manager: EntityManager, given: ConfirmedRegistration, previousToken?: string): Promise<string> {
    const userId = await this.users.create(manager, given, 'registration');
    await manager.query('insert into credentials (user_id, password_hash) values ($1, $2)', [
      ...[userId, given.passwordHash],
    ]);
    await this.ledger.record(manager, { kind: 'password-set', subject: { user: userId } });
    const subjects = given.purposes.map((purpose) => ({ userId, entryId: null, purpose }));
    await this.consents.record(manager, subjects, given.noticeVersion);
    if (previousToken !== undefined) await this.sessions.close(manager, previousToken);
    await this.ledger.record(manager, { kind: 'signed-in', subject: { user: userId } });
    return this.sessions.open(manager, userId);
  }
}
