import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { concatMap, defer, distinct, from, map, merge, mergeAll, type Observable } from 'rxjs';
import { EventsService, type StageEvent } from '#events';
import { TallyQueryService } from './tally-query.service.js';

/** Ends of runs are dated by their transactions, which may commit in another order: so far back is asked again. */
const overlapMs = 5000;

/** What a watcher of editions hears: sheets and runs from now on, and after an interruption the runs missed. */
@Injectable()
export class StageEventService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: EventsService,
    private readonly tallies: TallyQueryService,
  ) {}

  /**
   * Tells nobody of a stage while one of its entries concerns them: the wall leaves that entry out, and an event without
   * a change there would be about it.
   *
   * @param lastHeard `at` of the last event heard, or null
   */
  async watch(
    editionIds: readonly string[],
    userId: string,
    lastHeard: number | null,
  ): Promise<Observable<StageEvent>> {
    const rows = await this.dataSource.query<{ id: string }[]>('select id from stages where edition_id = any ($1)', [
      editionIds,
    ]);
    const stageIds = new Set(rows.map(({ id }) => id));
    const live = this.events.stream(({ stageId }) => stageIds.has(stageId));
    const told = concatMap(async (event: StageEvent) => ((await this.concerns(userId, event.stageId)) ? [] : [event]));
    if (lastHeard === null) return live.pipe(told, mergeAll());
    // Listening comes first, so that nothing falls between the two.
    return merge(live, this.missed([...stageIds], lastHeard)).pipe(
      distinct(({ stageId, fence, at }) => `${stageId} ${fence ?? `at ${at}`}`),
      told,
      mergeAll(),
    );
  }

  /** Asked of each event: a tie may come while the stream stands. Who can't be asked about is told nothing. */
  private async concerns(userId: string, stageId: string): Promise<boolean> {
    const rows = await this.dataSource
      .query<{ concerns: boolean }[]>('select stage_concerns($1, $2) as concerns', [userId, stageId])
      .catch(() => []);
    return rows[0]?.concerns !== false;
  }

  private missed(stageIds: readonly string[], lastHeard: number): Observable<StageEvent> {
    return defer(() => from(this.tallies.completedSince(stageIds, lastHeard - overlapMs))).pipe(
      mergeAll(),
      map((run) => ({ topic: 'stage' as const, ...run })),
    );
  }
}
