import type { DataSource, EntityManager } from 'typeorm';
import type { AssignmentParameters } from '#domain/assignment/assignment-parameters';

/** Seconds after which a run whose planner gives no sign is taken on by another one. */
const silenceSeconds = 30;
/** So often a run is begun before it is taken for what ends its planner. */
const mostStarts = 3;
/** Milliseconds. */
const beatMs = 2_000;

export type AssignmentFault = 'cancelled' | 'time' | 'memory' | 'error' | 'interrupted';

/** Somebody has cancelled the run, or another process has taken it on: what is still computed does not count. */
export class LostRunError extends Error {}

interface TakenRun {
  readonly stageId: string;
  readonly parameters: AssignmentParameters;
  readonly fence: number;
}

/** A run as long as this process plans it. */
export class AssignmentLease {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly dataSource: DataSource,
    readonly runId: string,
    readonly run: TakenRun,
  ) {}

  /** Aborted as soon as the run is no longer this process's own. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** It was begun again and again, and never came to an end. */
  get isGivenUp(): boolean {
    return this.run.fence > mostStarts;
  }

  /** Runs that wait, oldest first: nobody has begun, or whoever had is silent. */
  static async pending(dataSource: DataSource): Promise<string[]> {
    const rows = await dataSource.query<{ id: string }[]>(
      `select id from assignment_runs
        where state = 'pending' or (state = 'running' and heartbeat_at < now() - make_interval(secs => $1))
        order by requested_at limit 100`,
      [silenceSeconds],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns null where there is nothing to do, or somebody is at it */
  static async take(dataSource: DataSource, runId: string): Promise<AssignmentLease | null> {
    const [rows] = await dataSource.query<[TakenRun[], number]>(
      `update assignment_runs set state = 'running', fence = fence + 1, heartbeat_at = clock_timestamp(),
         started_at = clock_timestamp(), size = null
        where id = $1 and (state = 'pending'
          or (state = 'running' and heartbeat_at < clock_timestamp() - make_interval(secs => $2)))
        returning stage_id as "stageId", parameters, fence`,
      [runId, silenceSeconds],
    );
    if (!rows[0]) return null;
    const lease = new AssignmentLease(dataSource, runId, rows[0]);
    lease.timer = setInterval(() => void lease.beat(), beatMs);
    return lease;
  }

  /** @throws LostRunError */
  async hold(
    change: string,
    values: readonly unknown[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    const [, changed] = await manager.query<[unknown, number]>(
      `update assignment_runs set ${change} where id = $1 and fence = $2 and state = 'running'`,
      [this.runId, this.run.fence, ...values],
    );
    if (changed === 0) throw new LostRunError(`run ${this.runId} is another's, or was cancelled`);
  }

  /** @throws LostRunError */
  async fail(state: 'stopped' | 'failed', fault: AssignmentFault): Promise<void> {
    await this.hold(`state = $3, fault = $4, finished_at = clock_timestamp()`, [state, fault]);
  }

  /** Lets another try begin at once. */
  async giveBack(): Promise<void> {
    await this.hold(`state = 'pending'`, []);
  }

  release(): void {
    clearInterval(this.timer);
  }

  private async beat(): Promise<void> {
    try {
      await this.hold('heartbeat_at = clock_timestamp()', []);
    } catch (error) {
      // A beat that is lost is no matter; the next one, or the end, finds out.
      if (error instanceof LostRunError) this.controller.abort(error);
    }
  }
}
