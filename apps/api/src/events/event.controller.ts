import { Controller, type MessageEvent, Req, Sse } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { concatMap, interval, map, merge, takeUntil, takeWhile, type Observable } from 'rxjs';
import { EventsService } from '#events';
import { permission, SessionService, type SignedIn } from '#identity';
import { StageEventService } from '#scoring';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import type { ApiRequest } from '../http/api-request.js';
import { SessionCookie } from '../http/session-cookie.js';

const heartbeatMs = 20_000;

/** One stream a browser: it says that something can be fetched, never what. */
@ApiTags('events')
@Controller('events')
export class EventController {
  constructor(
    private readonly stages: StageEventService,
    private readonly events: EventsService,
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookie,
  ) {}

  /** Server-sent events `stage` with `{ stageId, fence }`, without a fence where sheets have come and are not tallied yet, and a `heartbeat` every 20 seconds. */
  @Sse()
  // The header is read from the request: a parameter of the method would be documented a second time, as required.
  @ApiOkResponse({ description: 'The stream', content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last event heard' })
  @RequirePermission('stage.watch-events')
  async streamEvents(@Req() request: ApiRequest, @CurrentPerson() person: SignedIn): Promise<Observable<MessageEvent>> {
    const token = this.cookie.read(request) ?? '';
    const editions = watchedEditions(person);
    const heard = await this.stages.watch(editions, person.userId, lastHeard(request.headers['last-event-id']));
    const stages = heard.pipe(
      map(({ at, stageId, fence }) => ({ id: String(at), type: 'stage', data: { stageId, fence } })),
    );
    const heartbeats = interval(heartbeatMs).pipe(map(() => ({ type: 'heartbeat', data: {} })));
    const told = merge(stages, heartbeats).pipe(
      concatMap(async (message) => ({ message, isAllowed: await this.stillWatches(token, editions) })),
      takeWhile(({ isAllowed }) => isAllowed),
      map(({ message }) => message),
    );
    return told.pipe(takeUntil(this.events.ended));
  }

  /**
   * Whether the session stands and holds the roles that the stream was opened with; asked before every message. Who can't
   * be looked up is told nothing: the browser comes back and is asked again.
   */
  private async stillWatches(token: string, editions: readonly string[]): Promise<boolean> {
    const person = await this.sessions.peek(token).catch(() => null);
    if (person === null) return false;
    const watched = watchedEditions(person);
    return editions.every((edition) => watched.includes(edition));
  }
}

function watchedEditions({ grants }: SignedIn): string[] {
  const { roles } = permission('stage.watch');
  return [...new Set(grants.flatMap(({ role, editionId }) => (roles.includes(role) ? (editionId ?? []) : [])))];
}

/** An id that is none of ours counts as none: the watcher then hears what comes from now on. */
function lastHeard(id: string | string[] | undefined): number | null {
  return typeof id === 'string' && /^\d{1,16}$/.test(id) ? Number(id) : null;
}
