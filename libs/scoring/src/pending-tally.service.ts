import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { staleAfterSeconds } from './tally-run.store.js';

/** Failed runs in a row after which a stage waits for new sheets, or for ten minutes. */
const failuresInARow = 5;

/** What waits to be tallied: rows that only a run which saw them deletes. */
@Injectable()
export class PendingTallyService {
  constructor(private readonly dataSource: DataSource) {}

  /** Acts of the stage that no completed run has seen. */
  async count(stageId: string): Promise<number> {
    const rows = await this.dataSource.query<{ n: number }[]>(
      'select count(*)::integer as n from pending_tallies where stage_id = $1',
      [stageId],
    );
    return rows[0]?.n ?? 0;
  }

  /**
   * Stages that need a run and have no living one. One that failed five times in a row since its newest act rests for
   * ten minutes: a rule or a row must be mended there, not a queue.
   */
  async stagesToTally(manager: EntityManager = this.dataSource.manager): Promise<string[]> {
    const rows = await manager.query<{ stage_id: string }[]>(
      `select p.stage_id
         from (select stage_id, max(recorded_at) as newest from pending_tallies group by stage_id) p
        where not exists (
                select 1 from tally_runs r where r.stage_id = p.stage_id and r.state = 'active'
                   and r.heartbeat_at >= now() - make_interval(secs => $1))
          and (select count(*) from tally_runs f where f.stage_id = p.stage_id and f.state = 'failed'
                  and f.started_at > p.newest and f.finished_at > now() - interval '10 minutes'
                  and not exists (select 1 from tally_runs c where c.stage_id = p.stage_id
                                     and c.state = 'completed' and c.fence > f.fence)) < $2
        order by p.stage_id`,
      [staleAfterSeconds, failuresInARow],
    );
    return rows.map(({ stage_id: stage }) => stage);
  }
}
