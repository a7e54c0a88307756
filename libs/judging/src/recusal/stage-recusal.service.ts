import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RulesService } from '#contest';
import { AccessService } from '#identity';
import { LedgerService } from '#ledger';
import type { ConflictDeclaration, ConflictReason } from '../conflict.service.js';

/** A judge who stepped back from an entry that had been assigned: the sheet stays, and counts no longer. */
export interface StageRecusal {
  /** Of the assignment. */
  readonly id: string;
  /** Null where the account is gone. */
  readonly judge: string | null;
  readonly entryNumber: number;
  readonly entryTitle: string;
  /** Null for readers who are not told what teams asked to avoid: one form would give another away. */
  readonly form: ConflictDeclaration['form'] | null;
  readonly reasonCode: ConflictReason;
  readonly at: Date;
  /** Of the sheet that is excluded; 0 where none had been submitted. */
  readonly revision: number;
  /** Judges who have the entry now. */
  readonly judges: number;
  /** Sheets of the entry that count now. */
  readonly sheets: number;
  /** Sheets of the entry that were submitted and are excluded by recusals. */
  readonly excluded: number;
}

export interface StageRecusals {
  /** Fewest sheets with which an entry has a result. */
  readonly floor: number;
  /** The newest first, at most 200. */
  readonly recusals: readonly StageRecusal[];
  readonly total: number;
  /** Entries with a recusal that have fewer sheets than the floor. */
  readonly below: number;
}

const recusalsSql = `
  with recused as (
    select a.id, a.judge_id, a.stage_entry_id, se.entry_id, a.voided_at, current_revision(a.id) as revision
      from assignments a join stage_entries se on se.id = a.stage_entry_id and se.stage_id = a.stage_id
     where a.stage_id = $1 and a.void_reason = 'recusal' and se.entry_id not in (select conflicted_entries($2))
  ), standing as (
    select r.stage_entry_id, count(x.id)::int as judges, count(x.id) filter (where current_revision(x.id) > 0)::int as sheets
      from (select distinct stage_entry_id from recused) r
      left join active_assignments x on x.stage_entry_id = r.stage_entry_id and x.stage_id = $1
     group by r.stage_entry_id
  ), excluded as (
    select stage_entry_id, count(*) filter (where revision > 0)::int as excluded from recused group by stage_entry_id
  )
  select r.id, u.display_name as judge, e.number as "entryNumber", e.title as "entryTitle", c.form,
         c.reason_code as "reasonCode", r.voided_at as at, r.revision, s.judges, s.sheets, x.excluded,
         count(*) over ()::int as total,
         (select count(*)::int from standing b where b.sheets < $3) as below
    from recused r join standing s using (stage_entry_id) join excluded x using (stage_entry_id)
    join entries e on e.id = r.entry_id join judges j on j.id = r.judge_id left join users u on u.id = j.user_id
    join conflicts_of_interest c on c.judge_id = r.judge_id and c.entry_id = r.entry_id
   order by r.voided_at desc, r.id limit 200`;

/** What recusals left behind in a stage: whose sheets are excluded, why, and how the entries are covered now. */
@Injectable()
export class StageRecusalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
    private readonly access: AccessService,
    private readonly ledger: LedgerService,
  ) {}

  /** Counts, never a score; none of an entry that concerns the reader. The ledger is told of the reading. */
  async read(stageId: string, reader: string): Promise<StageRecusals> {
    const tellsForm = await this.tellsForm(stageId, reader);
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { floor } = (await this.rules.current(stageId, manager)).rules.panel;
      const rows = await manager.query<(StageRecusal & { total: number; below: number })[]>(recusalsSql, [
        ...[stageId, reader, floor],
      ]);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, stage: stageId },
        body: { what: 'recusals', rows: rows.length },
      });
      const [first] = rows;
      return {
        ...{ floor, total: first?.total ?? 0, below: first?.below ?? 0 },
        recusals: rows.map(({ total: _total, below: _below, form, ...recusal }) => ({
          ...recusal,
          form: tellsForm ? form : null,
        })),
      };
    });
  }

  /** A recusal on application (申请回避) tells that a team asked for it. */
  private async tellsForm(stageId: string, reader: string): Promise<boolean> {
    const [stage] = await this.dataSource.query<{ editionId: string }[]>(
      'select edition_id as "editionId" from stages where id = $1',
      [stageId],
    );
    return stage !== undefined && this.access.holds(reader, 'avoidance.read', stage.editionId);
  }
}
