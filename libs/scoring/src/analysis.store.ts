import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StageAnalysis } from '#domain';
import type { AnalysisOutput } from './analyse.js';
import { codeVersion } from './code-version.js';

/** A stage's newest completed run, and what of its analysis is still to be computed. */
export interface RunToAnalyse {
  readonly runId: string;
  readonly stageId: string;
  readonly fence: number;
  /** 64 hex digits. */
  readonly inputsHash: string;
  /** False while judging is open: nothing of the closed part can be seen before its end. */
  readonly wantsClosed: boolean;
}

/** Newest completed run of each stage, with its analysis and whether judging is over. */
const newestRuns = `
  select r.id, r.stage_id, r.fence, r.inputs_hash, a.run_id, a.closed is not null as has_closed, a.failure, a.code_version,
         coalesce(w.closed_at <= now() or w.deadline_at < now(), false) as is_over
    from (select distinct on (stage_id) * from tally_runs
           where state = 'completed' and ($1::uuid is null or stage_id = $1) order by stage_id, fence desc) r
    left join stage_analyses a on a.run_id = r.id
    left join windows w on w.stage_id = r.stage_id and w.kind = 'judging'`;

/** Rows of analyses: one a run, those of former runs dropped unless a frozen list names them. */
@Injectable()
export class AnalysisStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Stages whose newest run is not analysed, or not wholly. One that failed waits for other code. */
  async pendingStages(): Promise<string[]> {
    const rows = await this.dataSource.query<{ stage_id: string }[]>(
      `select q.stage_id from (${newestRuns}) q
        where (q.run_id is null or (q.is_over and not q.has_closed)) and (q.failure is null or q.code_version <> $2)
        order by q.stage_id`,
      [null, codeVersion()],
    );
    return rows.map(({ stage_id: stage }) => stage);
  }

  /** Null where there is nothing to compute. */
  async toAnalyse(manager: EntityManager, stageId: string): Promise<RunToAnalyse | null> {
    const rows = await manager.query<RunToAnalyse[]>(
      `select q.id as "runId", q.stage_id as "stageId", q.fence::integer as fence, q.is_over as "wantsClosed",
              encode(q.inputs_hash, 'hex') as "inputsHash"
         from (${newestRuns}) q where q.run_id is null or q.failure is not null or (q.is_over and not q.has_closed)`,
      [stageId],
    );
    return rows[0] ?? null;
  }

  /** Stores a document in place of those of former runs. */
  async store(run: RunToAnalyse, { hash, milliseconds }: AnalysisOutput, analysis: StageAnalysis): Promise<void> {
    const { closed, ...opening } = analysis;
    await this.dataSource.transaction(async (manager) => {
      await this.holdRuns(manager, run);
      await manager.query(
        `insert into stage_analyses (run_id, stage_id, opening, closed, outputs_hash, code_version, milliseconds)
         values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7)
         on conflict (run_id) do update set opening = excluded.opening, closed = excluded.closed,
           outputs_hash = excluded.outputs_hash, code_version = excluded.code_version, computed_at = now(),
           milliseconds = excluded.milliseconds, failure = null`,
        [
          ...[run.runId, run.stageId, JSON.stringify(opening), closed && JSON.stringify(closed)],
          ...[hash, codeVersion(), milliseconds],
        ],
      );
      await manager.query(
        `delete from stage_analyses a using tally_runs r
          where r.id = a.run_id and a.stage_id = $1 and r.fence < $2
            and not exists (select from award_list_runs f where f.run_id = a.run_id)`,
        [run.stageId, run.fence],
      );
    });
  }

  /** Keeps the reason for which a run could not be analysed. */
  async fail(run: RunToAnalyse, reason: string, milliseconds: number): Promise<void> {
    await this.dataSource.query(
      `insert into stage_analyses (run_id, stage_id, code_version, milliseconds, failure) values ($1, $2, $3, $4, $5)
       on conflict (run_id) do update set failure = excluded.failure, code_version = excluded.code_version,
         computed_at = now(), milliseconds = excluded.milliseconds`,
      [run.runId, run.stageId, codeVersion(), milliseconds, reason.slice(0, 500)],
    );
  }

  /** A freeze that is about to name one of them waits for us, or we see that it did. */
  private async holdRuns(manager: EntityManager, run: RunToAnalyse): Promise<void> {
    await manager.query(
      `select 1 from tally_runs r join stage_analyses a on a.run_id = r.id
        where r.stage_id = $1 and r.fence < $2 order by r.id for update of r`,
      [run.stageId, run.fence],
    );
  }
}
