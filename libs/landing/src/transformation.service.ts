import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { LedgerService } from '#ledger';

export interface Transformation {
  readonly entryId: string;
  readonly kind:
    'own-implementation' | 'transfer' | 'licence' | 'joint-implementation' | 'equity-contribution' | 'other';
  /** Kept apart: none of them implies another. */
  readonly progress: 'in-progress' | 'contracted' | 'paid';
  /** YYYY-MM-DD. */
  readonly occurredOn: string;
}

/** Transformation of results (成果转化), recorded and confirmed by a person. */
@Injectable()
export class TransformationService {
  constructor(private readonly ledger: LedgerService) {}

  async record(manager: EntityManager, given: readonly Transformation[], actor: string): Promise<void> {
    const rows = given.map((transformation) => ({ id: uuidv7(), ...transformation }));
    await manager.query(
      `insert into transformations (id, entry_id, kind, progress, confirmed_by, occurred_on)
       select id, "entryId", kind, progress, $2, "occurredOn"
       from jsonb_to_recordset($1::jsonb) as g (id uuid, "entryId" uuid, kind text, progress text, "occurredOn" date)`,
      [JSON.stringify(rows), actor],
    );
    await this.ledger.recordMany(
      manager,
      rows.map(({ id, entryId, kind, progress, occurredOn }) => ({
        kind: 'transformation-recorded',
        subject: { entry: entryId, transformation: id },
        body: { actor, kind, progress },
        occurredOn,
      })),
    );
  }
}
