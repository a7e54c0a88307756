import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import {
  debounceTime,
  endWith,
  filter,
  groupBy,
  ignoreElements,
  mergeMap,
  Subject,
  throttleTime,
  type Observable,
} from 'rxjs';
import { DataSource } from 'typeorm';
import { EventListener } from './event-listener.js';
import { eventChannel, readStageEvent, type StageEvent } from './stage-event.js';

export interface EventsSettings {
  readonly databaseUrl: string | undefined;
  /** False where nobody listens, as in a worker; default true. */
  readonly listens?: boolean;
}

export const eventsSettingsToken = Symbol('events settings');

/** Milliseconds between two pieces of news of sheets of one stage: eyes need no more. */
const sheetsEvery = 250;

/** Carries the workers' news to the api processes: NOTIFY after a commit there, one LISTEN connection here. */
@Injectable()
export class EventsService implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly heard = new Subject<StageEvent>();
  /** Ids of stages of which sheets were stored by this process. */
  private readonly stored = new Subject<string>();
  private listener: EventListener | null = null;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(eventsSettingsToken) private readonly settings: EventsSettings,
  ) {}

  onModuleInit(): void {
    this.stored
      .pipe(
        groupBy((stageId) => stageId, { duration: (sheets) => sheets.pipe(debounceTime(60_000)) }),
        mergeMap((sheets) => sheets.pipe(throttleTime(sheetsEvery, undefined, { leading: true, trailing: true }))),
      )
      .subscribe((stageId) => void this.tellOfSheets(stageId));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.listens === false || this.settings.databaseUrl === undefined) return;
    this.listener = new EventListener(this.settings.databaseUrl, eventChannel, (payload) => {
      const event = readStageEvent(payload);
      if (event !== null) this.heard.next(event);
    });
    await this.listener.open();
  }

  /** Ends every stream too: an open one would keep the server from closing. */
  async onModuleDestroy(): Promise<void> {
    this.heard.complete();
    this.stored.complete();
    await this.listener?.close();
  }

  /** Tells every api process; call it after the commit, never within the transaction. */
  async notify(event: StageEvent): Promise<void> {
    await this.dataSource.query('select pg_notify($1, $2)', [eventChannel, JSON.stringify(event)]);
  }

  /**
   * Says that sheets of a stage have come, without waiting for their tally: at once, and no more than four times a second.
   * Returns at once; call it after the commit. News that cannot be told is lost: the tally's event follows.
   */
  sheetsCame(stageId: string): void {
    this.stored.next(stageId);
  }

  private async tellOfSheets(stageId: string): Promise<void> {
    const sql = `select pg_notify($1, jsonb_build_object('topic', 'stage', 'stageId', $2::uuid, 'fence', null,
      'at', floor(extract(epoch from clock_timestamp()) * 1000))::text)`;
    await this.dataSource.query(sql, [eventChannel, stageId]).catch(() => undefined);
  }

  /** Events from now on of the stages that `concerns` accepts. */
  stream(concerns: (event: StageEvent) => boolean): Observable<StageEvent> {
    return this.heard.pipe(filter(concerns));
  }

  /** Speaks once, when this process stops. */
  get ended(): Observable<boolean> {
    return this.heard.pipe(ignoreElements(), endWith(true));
  }
}
