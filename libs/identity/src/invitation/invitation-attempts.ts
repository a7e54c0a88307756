import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LedgerService } from '#ledger';
import { attemptKeys, LoginThrottleService } from '../login-throttle.service.js';

/** Slows down whoever tries keys of invitations, as wrong passwords are slowed down. */
@Injectable()
export class InvitationAttempts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly throttle: LoginThrottleService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Counts an attempt apart from its act, so that a refused act does not take it back.
   *
   * @param account whose attempts count together @param source where the request comes from, an IP address
   * @throws DomainError `too-many-attempts`, and what the act throws
   */
  async counted<Answer>(account: string, source: string, act: () => Promise<Answer>): Promise<Answer> {
    const keys = attemptKeys('invitation', account, source);
    const attempt = await this.dataSource.transaction((manager) => this.throttle.begin(manager, keys));
    const answer = await act().catch(async (error: unknown) => {
      await this.ledger.record(this.dataSource.manager, { kind: 'refused', body: { act: 'invitation' } });
      throw error;
    });
    await this.dataSource.transaction((manager) => this.throttle.succeed(manager, attempt, keys));
    return answer;
  }
}
