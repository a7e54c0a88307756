import type { DataSource } from 'typeorm';
import type { CopyFault } from '#domain';

/** Seconds after which a copy whose renderer gives no sign is taken on by another one. */
const silenceSeconds = 30;
/** So often a renderer may be ended from outside before its file is taken for what ends it; the database counts as far. */
const interruptionLimit = 3;
/** Milliseconds. */
const beatMs = 5_000;

/** Somebody else has taken the copy on, or its file is gone: whatever is still written does not count. */
export class LostLeaseError extends Error {}

/** A viewing copy as long as this process renders it. */
export class CopyLease {
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly dataSource: DataSource,
    readonly fileId: string,
    readonly fence: number,
    private interruptions: number,
  ) {}

  /** Nothing further is tried: its renderer has been ended from outside again and again. */
  get isGivenUp(): boolean {
    return this.interruptions >= interruptionLimit;
  }

  /** Files whose copy waits, oldest first: nobody has begun, or whoever had is silent. */
  static async pending(dataSource: DataSource): Promise<string[]> {
    const rows = await dataSource.query<{ id: string }[]>(
      `select file_id as id from viewing_copies
       where state = 'waiting' or (state = 'rendering' and heartbeat_at < now() - make_interval(secs => $1))
       order by requested_at limit 100`,
      [silenceSeconds],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns null where there is nothing to do, or somebody is at it */
  static async take(dataSource: DataSource, fileId: string): Promise<CopyLease | null> {
    const [rows] = await dataSource.query<[{ fence: number; interruptions: number }[], number]>(
      `update viewing_copies set state = 'rendering', fence = fence + 1, heartbeat_at = clock_timestamp()
       where file_id = $1 and (state = 'waiting'
         or (state = 'rendering' and heartbeat_at < clock_timestamp() - make_interval(secs => $2)))
       returning fence, interruptions`,
      [fileId, silenceSeconds],
    );
    if (!rows[0]) return null;
    const lease = new CopyLease(dataSource, fileId, rows[0].fence, rows[0].interruptions);
    // A beat that is lost is no matter; the next one, or the end, finds out.
    lease.timer = setInterval(() => void lease.set('heartbeat_at = clock_timestamp()', []).catch(() => false), beatMs);
    return lease;
  }

  /** @throws LostLeaseError */
  async opened(pageCount: number): Promise<void> {
    await this.hold('page_count = $3', [pageCount]);
  }

  /** @throws LostLeaseError */
  async ready(): Promise<void> {
    await this.hold(`state = 'ready', finished_at = clock_timestamp()`, []);
  }

  /** @throws LostLeaseError */
  async unshowable(fault: CopyFault): Promise<void> {
    await this.hold(`state = 'unshowable', fault = $3, finished_at = clock_timestamp()`, [fault]);
  }

  release(): void {
    clearInterval(this.timer);
  }

  /** Counts an end that came from outside. @throws LostLeaseError */
  async interrupted(): Promise<void> {
    const [rows] = await this.dataSource.query<[{ interruptions: number }[], number]>(
      `update viewing_copies set interruptions = least(interruptions + 1, $3)
       where file_id = $1 and fence = $2 and state = 'rendering' returning interruptions`,
      [this.fileId, this.fence, interruptionLimit],
    );
    if (!rows[0]) throw new LostLeaseError(`the copy of file ${this.fileId} is another's`);
    this.interruptions = rows[0].interruptions;
  }

  /** Lets another try begin at once. */
  async giveBack(): Promise<void> {
    await this.set(`state = 'waiting'`, []);
  }

  private async hold(change: string, values: readonly unknown[]): Promise<void> {
    if (!(await this.set(change, values))) throw new LostLeaseError(`the copy of file ${this.fileId} is another's`);
  }

  private async set(change: string, values: readonly unknown[]): Promise<boolean> {
    const [, changed] = await this.dataSource.query<[unknown, number]>(
      `update viewing_copies set ${change} where file_id = $1 and fence = $2 and state = 'rendering'`,
      [this.fileId, this.fence, ...values],
    );
    return changed > 0;
  }
}
