import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '#contest';
import { LedgerService } from '#ledger';
import { type DeclaredInterests, recordDeclarations } from './record-declarations.js';

/** Declarations that were made elsewhere, as those of a demonstration are. */
@Injectable()
export class BulkDeclarationService {
  constructor(private readonly ledger: LedgerService) {}

  /** Every judge of a stage declares of every entry that was ever assigned, with the ties that are known. */
  async declareAll(manager: EntityManager, stageId: string, act: Pick<Act, 'occurredOn'>): Promise<void> {
    const declared = await manager.query<DeclaredInterests[]>(
      `select a.stage_id as "stageId", a.judge_id as "judgeId", j.user_id as "userId",
              jsonb_agg(jsonb_build_object('stageEntryId', a.stage_entry_id,
                'hasConflict', has_conflict(a.judge_id, x.entry_id)) order by a.position) as entries
         from assignments a join judges j on j.id = a.judge_id and j.user_id is not null
         join stage_entries x on x.id = a.stage_entry_id
        where a.stage_id = $1 and declaration_is_owed(a.judge_id, a.stage_entry_id)
        group by a.stage_id, a.judge_id, j.user_id order by a.judge_id`,
      [stageId],
    );
    await recordDeclarations(manager, this.ledger, declared, act);
  }
}
