import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, fieldProblem } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { isInvestment } from './landing-declaration.js';

export interface LandingConfirmation {
  readonly outcome: 'confirmed' | 'revoked';
  /** Decimal string, at most two decimals. */
  readonly investmentYuan: string;
  /** YYYY-MM-DD. */
  readonly occurredOn: string;
}

export interface EntryConfirmation extends LandingConfirmation {
  readonly entryId: string;
}

/** A person's word that an entry means to land: the only one that enters a published figure. */
@Injectable()
export class LandingConfirmationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Confirms or revokes once per idempotency key.
   *
   * @throws DomainError `not-found`, `entry-not-submitted`, `landing-intent-invalid`, `landing-confirmation-unchanged`
   */
  async decide(request: IdempotentRequest, entryPublicId: string, given: LandingConfirmation): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const rows = await manager.query<{ id: string; state: string; standing: string | null }[]>(
          `select e.id, e.state, (select c.outcome from landing_confirmations c where c.entry_id = e.id
             order by c.number desc limit 1) as standing
           from entries e where e.public_id = $1 for update of e`,
          [entryPublicId],
        );
        const entry = rows[0];
        if (!entry) throw new DomainError('not-found', { entry: entryPublicId });
        if (entry.state !== 'submitted') throw new DomainError('entry-not-submitted', { entry: entryPublicId });
        if ((entry.standing ?? 'revoked') === given.outcome && given.outcome === 'revoked') {
          throw new DomainError('landing-confirmation-unchanged', { entry: entryPublicId });
        }
        await this.record(manager, [{ entryId: entry.id, ...given }], request.userId);
        return { status: 204, resultId: null };
      }),
    );
  }

  /**
   * Adds confirmations; an entry's latest one stands.
   *
   * @throws DomainError `landing-intent-invalid`
   */
  async record(manager: EntityManager, given: readonly EntryConfirmation[], actor: string): Promise<void> {
    if (given.some(({ investmentYuan }) => !isInvestment(investmentYuan))) {
      throw new DomainError('landing-intent-invalid', {
        problems: [fieldProblem('investmentYuan', 'decimal-expected')],
      });
    }
    await manager.query(
      `insert into landing_confirmations (id, entry_id, number, outcome, investment_yuan, confirmed_by, occurred_on)
       select g.id, g.entry_id,
         1 + (select count(*) from landing_confirmations c where c.entry_id = g.entry_id), g.outcome, g.yuan, $6, g.day
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::numeric[], $5::date[]) as g (id, entry_id, outcome, yuan, day)`,
      [
        ...[given.map(() => uuidv7()), given.map(({ entryId }) => entryId), given.map(({ outcome }) => outcome)],
        ...[given.map(({ investmentYuan }) => investmentYuan), given.map(({ occurredOn }) => occurredOn), actor],
      ],
    );
    await this.ledger.recordMany(
      manager,
      given.map(({ entryId, outcome, investmentYuan, occurredOn }) => ({
        kind: 'landing-intent-decided',
        subject: { entry: entryId },
        body: { actor, outcome, investmentYuan },
        occurredOn,
      })),
    );
  }
}
