import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { codeVersion } from './code-version.js';

/** Seconds without a beat after which a run counts as dead. */
export const staleAfterSeconds = 15;

export interface ClaimedRun {
  readonly id: string;
  readonly stageId: string;
  readonly fence: number;
}

/** Run rows: who may compute a stage now. One active run a stage; the database's clock tells the living from the dead. */
@Injectable()
export class TallyRunStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether anything asks for a run of this stage. */
  async hasWork(stageId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>('select 1 from pending_tallies where stage_id = $1 limit 1', [
      stageId,
    ]);
    return rows.length > 0;
  }

  /**
   * Marks a dead run abandoned and takes the next fence; null while another worker's run is alive, or once one has
   * left nothing to do.
   */
  async claim(stageId: string): Promise<ClaimedRun | null> {
    return this.dataSource.transaction(async (manager) => {
      // Claims of one stage queue here, so that two never take the same fence.
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('tally:' || $1, 0))`, [stageId]);
      await manager.query(
        `update tally_runs set state = 'abandoned', finished_at = now()
          where stage_id = $1 and state = 'active' and heartbeat_at < now() - make_interval(secs => $2)`,
        [stageId, staleAfterSeconds],
      );
      const rows = await manager.query<{ id: string; fence: number }[]>(
        `insert into tally_runs (id, stage_id, fence, state, code_version)
         select $1, $2, 1 + coalesce((select max(fence) from tally_runs where stage_id = $2), 0), 'active', $3
          where not exists (select 1 from tally_runs where stage_id = $2 and state = 'active')
            and exists (select 1 from pending_tallies where stage_id = $2)
         returning id, fence::integer as fence`,
        [uuidv7(), stageId, codeVersion()],
      );
      return rows[0] === undefined ? null : { ...rows[0], stageId };
    });
  }

  /** @returns false once the run has lost its fence */
  async beat(run: ClaimedRun): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `update tally_runs set heartbeat_at = now() where id = $1 and state = 'active'`,
      [run.id],
    );
    return count === 1;
  }

  /** Keeps the reason of a run that could not be computed. Its pending rows stay. */
  async fail(run: ClaimedRun, reason: string): Promise<void> {
    await this.dataSource.query(
      `update tally_runs set state = 'failed', finished_at = now(), failure = $2 where id = $1 and state = 'active'`,
      [run.id, reason.slice(0, 500)],
    );
  }
}
