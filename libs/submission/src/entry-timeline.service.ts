import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, type EntryTimeline, entryTimeline, type TimelineFacts, type TimelineStage } from '#domain';
import { OwnEligibilityService } from './eligibility/own-eligibility.service.js';

type Stored = Pick<TimelineFacts, 'state' | 'begunAt' | 'submittedAt' | 'withdrawnAt' | 'versionAt'> & {
  readonly id: string;
  readonly isLate: boolean;
  readonly lateHours: number;
  readonly extension: { readonly until: string; readonly reason: string } | null;
} & TimelineFacts['window'];

/** The timeline with what the team is told of its own deadline. */
export interface OwnTimeline extends EntryTimeline {
  /** Whether it was submitted after the deadline, by the edition's rule. */
  readonly isLate: boolean;
  /** For how many hours after the deadline drafts are still taken and marked; 0: none. */
  readonly lateHours: number;
  /** The latest extension that the office has granted. */
  readonly extension: { readonly until: Date; readonly reason: string } | null;
}

/** An entry's way from its draft to the result, for its team. */
@Injectable()
export class EntryTimelineService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly eligibility: OwnEligibilityService,
  ) {}

  /**
   * @param publishedAt when a list was published that the entry's stages count for; null before
   * @throws DomainError `not-found` where the entry is not the person's
   */
  async read(publicId: string, userId: string, publishedAt: Date | null): Promise<OwnTimeline> {
    const rows = await this.dataSource.query<Stored[]>(
      `select e.id, e.state, e.recorded_at as "begunAt", e.submitted_at as "submittedAt",
         e.withdrawn_at as "withdrawnAt", (select max(v.recorded_at) from entry_versions v where v.entry_id = e.id) as "versionAt",
         coalesce(w.opened_at, w.planned_opens_at) as "opensAt",
         greatest(coalesce(entry_window_ends_at(w), w.planned_closes_at), x.until) as "closesAt",
         entry_phase(e.edition_id, e.id, clock_timestamp()) as phase, r.hours as "lateHours",
         case when r.hours > 0 then coalesce(entry_window_ends_at(w), w.planned_closes_at) + make_interval(hours => r.hours)
         end as "lateUntil", e.is_late as "isLate",
         case when x.until is not null then json_build_object('until', x.until, 'reason', x.reason) end as extension
       from entries e join windows w on w.edition_id = e.edition_id and w.kind = 'entry'
       cross join lateral (select late_entry_hours(e.edition_id) as hours) r
       left join lateral (select g.until, g.reason from entry_extensions g where g.entry_id = e.id
         order by g.until desc limit 1) x on true
       where e.public_id = $1 and entry_is_read_by(e, $2)`,
      [publicId, userId],
    );
    const entry = rows[0];
    if (!entry) throw new DomainError('not-found', { entry: publicId });
    const { id, opensAt, closesAt, phase, lateUntil, isLate, lateHours, extension, ...facts } = entry;
    const timeline = entryTimeline({
      ...{ ...facts, window: { opensAt, closesAt, phase, lateUntil }, publishedAt },
      eligibility: await this.eligibility.read(publicId, userId),
      stages: await this.stages(id),
    });
    const granted = extension && { reason: extension.reason, until: new Date(extension.until) };
    return { ...timeline, isLate, lateHours, extension: granted };
  }

  /**
   * A team is told of its first stage at once. That it stands in a further one says that it has advanced, which is not
   * announced before that stage opens.
   */
  private stages(entryId: string): Promise<TimelineStage[]> {
    return this.dataSource.query<TimelineStage[]>(
      `select json_build_object('zh', s.name_zh, 'en', s.name_en) as name, x.recorded_at as "enteredAt",
         coalesce(w.opened_at, w.planned_opens_at) as "opensAt", w.opened_at is not null as "hasOpened",
         coalesce(w.closed_at, w.deadline_at, w.planned_closes_at) as "closesAt",
         w.opened_at is not null and not window_is_open(w, clock_timestamp()) as "hasClosed",
         coalesce(x.outcome in ('retired', 'forfeit'), false) as "hasLeft"
       from stage_entries x join stages s on s.id = x.stage_id join windows w on w.stage_id = s.id
       where x.entry_id = $1 and (x.came_by in ('registered', 'direct-entry') or w.opened_at is not null)
       order by s.position`,
      [entryId],
    );
  }
}
