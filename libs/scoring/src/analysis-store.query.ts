import type { EntityManager } from 'typeorm';
import type { ClosedAnalysis, StageAnalysis } from '#domain';
import type { AnalysedEntry } from './analysis-view.js';
import type { TierNames } from './shown-group.js';

/** What is stored of a document for as long as nothing is decided. */
export type OpeningDocument = Omit<StageAnalysis, 'closed'>;

/** A stored analysis with the run that it is about. */
export interface StoredAnalysis {
  readonly runId: string;
  readonly fence: number;
  readonly finishedAt: Date;
  readonly inputsHash: string;
  readonly outputsHash: string;
  readonly sheets: number;
  readonly isNewest: boolean;
  /** Null where only the run is stored, or it could not be computed. */
  readonly opening: OpeningDocument | null;
  readonly closed: ClosedAnalysis | null;
  readonly computedAt: Date | null;
  /** 64 hex digits. */
  readonly hash: string | null;
  readonly failure: string | null;
}

const columns = `r.id as "runId", r.fence::integer as fence, r.finished_at as "finishedAt", r.sheets,
  encode(r.inputs_hash, 'hex') as "inputsHash", encode(r.outputs_hash, 'hex') as "outputsHash",
  not exists (select from tally_runs n where n.stage_id = r.stage_id and n.state = 'completed' and n.fence > r.fence)
    as "isNewest",
  a.opening, a.computed_at as "computedAt", encode(a.outputs_hash, 'hex') as hash, a.failure`;

/**
 * The analysis of the newest run that has one, of one run or its like (null: of any); where there is none, the newest
 * completed run without it.
 *
 * @param wantsClosed false: the closed part is not even read
 */
export async function storedAnalysis(
  manager: EntityManager,
  stageId: string,
  runId: string | null,
  wantsClosed: boolean,
): Promise<StoredAnalysis | null> {
  const rows = await manager.query<StoredAnalysis[]>(
    `select ${columns}, ${wantsClosed ? 'a.closed' : 'null::jsonb'} as closed
       from tally_runs r left join stage_analyses a on a.run_id = r.id
      where r.stage_id = $1 and r.state = 'completed'
        and ($2::uuid is null or r.id = $2
             or r.inputs_hash = (select f.inputs_hash from tally_runs f where f.id = $2))
      order by a.opening is null, a.run_id is null, r.id is distinct from $2, r.fence desc limit 1`,
    [stageId, runId],
  );
  return rows[0] ?? null;
}

/** Numbers and titles of stage entries, in their order. */
export async function analysedEntries(manager: EntityManager, ids: readonly string[]): Promise<AnalysedEntry[]> {
  return manager.query<AnalysedEntry[]>(
    `select coalesce(e.number, 0) as number, e.title
       from unnest($1::uuid[]) with ordinality as g (id, place)
       join stage_entries x on x.id = g.id join entries e on e.id = x.entry_id
      order by g.place`,
    [ids],
  );
}

/** What people call the stage's awards. */
export async function tierNames(manager: EntityManager, stageId: string): Promise<TierNames> {
  const rows = await manager.query<{ key: string; zh: string; en: string }[]>(
    `select key, name_zh as zh, name_en as en from award_tiers where stage_id = $1`,
    [stageId],
  );
  return Object.fromEntries(rows.map(({ key, zh, en }) => [key, { zh, en }]));
}
