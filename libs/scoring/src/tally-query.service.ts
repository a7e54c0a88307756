import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, fieldProblem } from '#domain';
import { LedgerService } from '#ledger';

export interface RunView {
  readonly id: string;
  readonly fence: number;
  readonly finishedAt: Date;
  readonly outputsHash: string;
  readonly inputsHash: string;
  readonly rulesHash: string;
  readonly shadow: 'agrees' | 'differs';
  readonly sheets: number;
}

export interface RankingRow {
  readonly rank: number | null;
  readonly entryNumber: number;
  readonly title: string;
  readonly sheets: number;
  readonly reason: string | null;
  /** Decimal string as published. */
  readonly score: string | null;
  readonly tie: { readonly size: number; readonly resolvedBy: string | null; readonly nextStep: string | null } | null;
  readonly criteria: Readonly<Record<string, string>>;
}

export interface RankingPage {
  readonly run: RunView;
  readonly rows: readonly RankingRow[];
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
}

const runColumns = `r.id, r.fence::integer as fence, r.finished_at as "finishedAt", r.sheets, r.shadow,
  encode(r.outputs_hash, 'hex') as "outputsHash", encode(r.inputs_hash, 'hex') as "inputsHash",
  encode(r.rules_hash, 'hex') as "rulesHash"`;

/** Rows without a rank come last. */
const lastRank = 2_147_483_647;

/** Reads what runs have computed. */
@Injectable()
export class TallyQueryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** The stage's newest completed run. */
  async latest(stageId: string, manager: EntityManager = this.dataSource.manager): Promise<RunView | null> {
    const rows = await manager.query<RunView[]>(
      `select ${runColumns} from tally_runs r
        where r.stage_id = $1 and r.state = 'completed' order by r.fence desc limit 1`,
      [stageId],
    );
    return rows[0] ?? null;
  }

  /** Runs of these stages that ended after an instant (milliseconds), oldest first, the newest of each stage. */
  async completedSince(
    stageIds: readonly string[],
    after: number,
  ): Promise<{ stageId: string; fence: number; at: number }[]> {
    return this.dataSource.query(
      `select * from (
         select distinct on (stage_id) stage_id as "stageId", fence::integer as fence,
                floor(extract(epoch from finished_at) * 1000)::float8 as at
           from tally_runs
          where stage_id = any ($1) and state = 'completed' and finished_at > to_timestamp($2::float8 / 1000)
          order by stage_id, fence desc) q
        order by at, "stageId"`,
      [stageIds, after],
    );
  }

  /**
   * A page of the ranking, once the stage's judging is over. Reading it is an event of the ledger.
   *
   * @throws DomainError `judging-not-over` while the window is open, `stage-not-tallied` before the first run,
   *   `request-invalid` for a cursor that is none
   */
  async ranking(
    stageId: string,
    page: { readonly cursor: string | null; readonly limit: number },
    readerId: string,
  ): Promise<RankingPage> {
    const after = readCursor(page.cursor);
    return this.dataSource.transaction(async (manager) => {
      await assertOver(manager, stageId);
      const run = await this.latest(stageId, manager);
      if (run === null) throw new DomainError('stage-not-tallied', { stage: stageId });
      const rows = await manager.query<RankingRow[]>(
        `select t.rank, e.number as "entryNumber", e.title, t.sheets, t.reason, t.score::text as score, t.tie, t.criteria
           from tally_rows t join stage_entries se on se.id = t.stage_entry_id join entries e on e.id = se.entry_id
          where t.run_id = $1 and (coalesce(t.rank, $4), e.number) > ($2, $3)
          order by coalesce(t.rank, $4), e.number limit $5`,
        [run.id, after.rank, after.number, lastRank, page.limit + 1],
      );
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: readerId, stage: stageId, run: run.id },
        body: { what: 'ranking', afterRank: after.rank, rows: Math.min(rows.length, page.limit) },
      });
      const shown = rows.slice(0, page.limit);
      const last = rows.length > page.limit ? shown.at(-1) : undefined;
      return { run, rows: shown, nextCursor: last === undefined ? null : cursorOf(last) };
    });
  }
}

async function assertOver(manager: EntityManager, stageId: string): Promise<void> {
  const rows = await manager.query<{ isOver: boolean }[]>(
    `select w.closed_at is not null or coalesce(w.deadline_at < now(), false) as "isOver"
       from windows w where w.stage_id = $1 and w.kind = 'judging'`,
    [stageId],
  );
  if (rows[0] === undefined) throw new DomainError('not-found', { stage: stageId });
  if (!rows[0].isOver) throw new DomainError('judging-not-over', { stage: stageId });
}

function cursorOf({ rank, entryNumber }: RankingRow): string {
  return Buffer.from(`${rank ?? lastRank}.${entryNumber}`).toString('base64url');
}

function readCursor(cursor: string | null): { rank: number; number: number } {
  if (cursor === null) return { rank: 0, number: 0 };
  const match = /^(\d{1,10})\.(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (match === null) throw new DomainError('request-invalid', { problems: [fieldProblem('cursor', 'field-invalid')] });
  return { rank: Math.min(Number(match[1]), lastRank), number: Number(match[2]) };
}
