import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, type BilingualText } from '#domain';
import { otherApprovers } from '#identity';
import { LedgerService } from '#ledger';
import { byName } from '../by-name.js';
import { lateLinesOf, type LateLine } from './late-lines.js';

export type UnlockState = 'requested' | 'open' | 'used' | 'expired' | 'taken-back';

export interface UnlockLine {
  readonly id: string;
  /** Null where the account is gone, as `requestedBy` and `endedBy`. */
  readonly judge: string | null;
  readonly entryNumber: number;
  readonly entryTitle: string;
  /** That stood when it was asked for; 0 where nothing had been submitted. */
  readonly revision: number;
  /** Null where it was erased. */
  readonly reason: string | null;
  readonly hours: number;
  readonly state: UnlockState;
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly expiresAt: Date | null;
  /** When the revision was submitted by it. */
  readonly usedAt: Date | null;
  /** The reader asked for it, and so doesn't approve it. */
  readonly isOwn: boolean;
}

/** A judge of the stage, with what could be unlocked. */
export interface UnlockJudge {
  readonly id: string;
  readonly name: string | null;
  readonly sheets: number;
}

export interface StageUnlocks {
  readonly stage: { readonly name: BilingualText; readonly isOver: boolean; readonly isSettled: boolean };
  readonly edition: { readonly slug: string; readonly name: BilingualText; readonly isDemo: boolean };
  /** Those that await a second person first, then the newest. */
  readonly unlocks: readonly UnlockLine[];
  /** What judges handed in after judging; those that await a decision first, then the newest. */
  readonly late: readonly LateLine[];
  /** By name. */
  readonly judges: readonly UnlockJudge[];
  /** How many others than the reader may approve. */
  readonly otherApprovers: number;
}

/** One sheet of a judge, by its entry; without a score. */
export interface JudgeSheet {
  /** Public id of the entry. */
  readonly entry: string;
  readonly entryNumber: number;
  readonly entryTitle: string;
  /** 0 where nothing was submitted. */
  readonly revision: number;
  /** A draft stands that was never submitted. */
  readonly hasDraft: boolean;
}

/**
 * What the office reads before it unlocks a sheet. The ledger is told, since it says who judges what. Entries to which
 * the reader has a tie are left out, of the numbers too.
 */
@Injectable()
export class SheetUnlockQueryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** @throws DomainError `not-found` */
  async read(stageId: string, reader: string): Promise<StageUnlocks> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { editionId, ...stage } = await stageOf(manager, stageId);
      const unlocks = await linesOf(manager, stageId, reader);
      const late = await lateLinesOf(manager, stageId, reader);
      await this.note(manager, { stageId, reader, what: 'sheet-unlocks', rows: unlocks.length + late.length });
      return {
        ...stage,
        ...{ unlocks, late },
        judges: await judgesOf(manager, stageId, reader),
        otherApprovers: await otherApprovers(manager, editionId, 'sheet-unlock.approve', reader),
      };
    });
  }

  /** The sheets of one judge in the stage, by number of the entry. */
  async sheetsOf(stageId: string, judgeId: string, reader: string): Promise<JudgeSheet[]> {
    return this.dataSource.transaction(async (manager) => {
      const sheets = await manager.query<JudgeSheet[]>(
        `select e.public_id as entry, e.number as "entryNumber", e.title as "entryTitle",
                current_revision(a.id) as revision, d.assignment_id is not null as "hasDraft"
           from active_assignments a join entries e on e.id = a.entry_id
           left join drafts d on d.assignment_id = a.id and d.scores is not null
          where a.stage_id = $1 and a.judge_id = $2 and not viewer_is_conflicted($3, a.entry_id) order by e.number, e.id`,
        [stageId, judgeId, reader],
      );
      await this.note(manager, { stageId, reader, what: 'judge-sheets', rows: sheets.length });
      return sheets;
    });
  }

  private async note(
    manager: EntityManager,
    { stageId, reader, ...body }: { stageId: string; reader: string; what: string; rows: number },
  ): Promise<void> {
    await this.ledger.record(manager, { kind: 'read', subject: { actor: reader, stage: stageId }, body });
  }
}

async function stageOf(
  manager: EntityManager,
  stageId: string,
): Promise<Pick<StageUnlocks, 'stage' | 'edition'> & { readonly editionId: string }> {
  const [row] = await manager.query<(Pick<StageUnlocks, 'stage' | 'edition'> & { editionId: string })[]>(
    `select s.edition_id as "editionId",
            jsonb_build_object('name', jsonb_build_object('zh', s.name_zh, 'en', s.name_en),
              'isOver', coalesce(w.closed_at is not null or w.deadline_at < now(), false),
              'isSettled', stage_is_settled(s.id)) as stage,
            jsonb_build_object('slug', d.slug, 'isDemo', d.is_demo,
              'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en)) as edition
       from stages s join editions d on d.id = s.edition_id
       join windows w on w.stage_id = s.id and w.kind = 'judging' where s.id = $1`,
    [stageId],
  );
  if (!row) throw new DomainError('not-found', { stage: stageId });
  return row;
}

function linesOf(manager: EntityManager, stageId: string, reader: string): Promise<UnlockLine[]> {
  return manager.query<UnlockLine[]>(
    `select u.id, p.display_name as judge, e.number as "entryNumber", e.title as "entryTitle", u.revision, u.reason,
            u.hours, r.display_name as "requestedBy", u.requested_at as "requestedAt",
            n.display_name as "endedBy", u.ended_at as "endedAt", u.expires_at as "expiresAt",
            s.submitted_at as "usedAt", u.requested_by = $2 as "isOwn",
            case when u.outcome is null then 'requested' when u.outcome = 'taken-back' then 'taken-back'
              when u.sheet_id is not null then 'used' when u.expires_at > now() then 'open' else 'expired' end as state
       from sheet_unlocks u join assignments a on a.id = u.assignment_id
       join stage_entries se on se.id = a.stage_entry_id join entries e on e.id = se.entry_id
       join judges j on j.id = a.judge_id left join users p on p.id = j.user_id
       left join users r on r.id = u.requested_by left join users n on n.id = u.ended_by
       left join score_sheets s on s.id = u.sheet_id
      where u.stage_id = $1 and not viewer_is_conflicted($2, se.entry_id) order by (u.outcome is null) desc, u.id desc`,
    [stageId, reader],
  );
}

async function judgesOf(manager: EntityManager, stageId: string, reader: string): Promise<UnlockJudge[]> {
  const rows = await manager.query<UnlockJudge[]>(
    `select a.judge_id as id, u.display_name as name, count(*)::int as sheets
       from active_assignments a join judges j on j.id = a.judge_id left join users u on u.id = j.user_id
      where a.stage_id = $1 and not viewer_is_conflicted($2, a.entry_id) group by a.judge_id, u.display_name`,
    [stageId, reader],
  );
  return byName(rows);
}
