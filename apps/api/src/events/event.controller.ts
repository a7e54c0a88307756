import { Controller, Headers, type MessageEvent, Sse } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { interval, map, merge, takeUntil, type Observable } from 'rxjs';
import { EventsService } from '#events';
import { permission, type SignedIn } from '#identity';
import { StageEventService } from '#scoring';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';

const heartbeatMs = 20_000;

/** One stream a browser: it says that something can be fetched, never what. */
@ApiTags('events')
@Controller('events')
export class EventController {
  constructor(
    private readonly stages: StageEventService,
    private readonly events: EventsService,
  ) {}

  /** Server-sent events `stage` with `{ stageId, fence }`, and a `heartbeat` every 20 seconds. */
  @Sse()
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last event heard' })
  @RequirePermission('stage.watch-events')
  async streamEvents(
    @CurrentPerson() person: SignedIn,
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<Observable<MessageEvent>> {
    const heard = await this.stages.watch(watchedEditions(person), lastHeard(lastEventId));
    const stages = heard.pipe(
      map(({ at, stageId, fence }) => ({ id: String(at), type: 'stage', data: { stageId, fence } })),
    );
    const heartbeats = interval(heartbeatMs).pipe(map(() => ({ type: 'heartbeat', data: {} })));
    return merge(stages, heartbeats).pipe(takeUntil(this.events.ended));
  }
}

function watchedEditions({ grants }: SignedIn): string[] {
  const { roles } = permission('stage.watch');
  return [...new Set(grants.flatMap(({ role, editionId }) => (roles.includes(role) ? (editionId ?? []) : [])))];
}

/** An id that is none of ours counts as none: the watcher then hears what comes from now on. */
function lastHeard(id: string | undefined): number | null {
  return id !== undefined && /^\d{1,16}$/.test(id) ? Number(id) : null;
}
