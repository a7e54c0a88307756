import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { endWith, filter, ignoreElements, Subject, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { EventListener } from './event-listener.js';
import { eventChannel, readStageEvent, type StageEvent } from './stage-event.js';

export interface EventsSettings {
  readonly databaseUrl: string | undefined;
  /** False where nobody listens, as in a worker; default true. */
  readonly listens?: boolean;
}

export const eventsSettingsToken = Symbol('events settings');

/** Carries the workers' news to the api processes: NOTIFY after a commit there, one LISTEN connection here. */
@Injectable()
export class EventsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly heard = new Subject<StageEvent>();
  private listener: EventListener | null = null;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(eventsSettingsToken) private readonly settings: EventsSettings,
  ) {}

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
    await this.listener?.close();
  }

  /** Tells every api process; call it after the commit, never within the transaction. */
  async notify(event: StageEvent): Promise<void> {
    await this.dataSource.query('select pg_notify($1, $2)', [eventChannel, JSON.stringify(event)]);
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
