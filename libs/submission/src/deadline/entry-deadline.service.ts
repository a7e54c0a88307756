import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MailService } from '#mail';
import { defaultReminderHours } from '../reminder-setting.service.js';

interface Name {
  readonly zh: string;
  readonly en: string;
}

/** A draft that can still be submitted. */
export interface OpenDeadline {
  readonly publicId: string;
  readonly title: string;
  readonly edition: { readonly slug: string; readonly name: Name };
  /** By the window's deadline, or as planned where it is open until an organiser closes it. */
  readonly closesAt: Date;
}

interface DueReminder {
  readonly id: string;
  readonly editionId: string;
  readonly publicId: string;
  readonly leadUserId: string;
  readonly edition: Name;
  readonly title: string;
  readonly closesAt: Date;
  readonly hours: number;
}

const name = `json_build_object('zh', d.name_zh, 'en', d.name_en)`;
const openDrafts = `entries e join editions d on d.id = e.edition_id
  join windows w on w.edition_id = e.edition_id and w.kind = 'entry'
  cross join lateral (select greatest(coalesce(w.deadline_at, w.planned_closes_at),
    (select max(g.until) from entry_extensions g where g.entry_id = e.id)) as closes_at) x`;
const isTeamOf = '(e.lead_user_id = $1 or e.id in (select m.entry_id from team_members m where m.user_id = $1))';
const stillOpen = `entry_phase(e.edition_id, e.id, clock_timestamp()) in ('open', 'extended')`;

/** Deadlines of drafts: on the person's page, and as reminders. Only the database's clock says what time it is. */
@Injectable()
export class EntryDeadlineService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mail: MailService,
  ) {}

  /** The person's drafts in open windows, the nearest deadline first. */
  async mine(userId: string): Promise<OpenDeadline[]> {
    return this.dataSource.query<OpenDeadline[]>(
      `select e.public_id as "publicId", e.title, json_build_object('slug', d.slug, 'name', ${name}) as edition,
         x.closes_at as "closesAt"
       from ${openDrafts} where e.state = 'draft' and ${isTeamOf} and ${stillOpen} order by x.closes_at, e.id limit 200`,
      [userId],
    );
  }

  /**
   * Reminds whoever has a draft in a window that closes within the hours of its edition: of the nearest step alone, where
   * several have passed, and not of one that lies before the draft itself. A moved window has reminders of its own.
   *
   * @returns how many reminders were written
   */
  async remind(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const due = await manager.query<DueReminder[]>(
        `select e.id, e.edition_id as "editionId", e.public_id as "publicId", e.lead_user_id as "leadUserId",
           ${name} as edition, e.title, x.closes_at as "closesAt", r.hours
         from ${openDrafts}
         cross join lateral (select min(h::integer) as hours
           from jsonb_array_elements_text(coalesce(edition_setting(e.edition_id, 'reminders'), $1::jsonb)) as steps (h)
           where x.closes_at - make_interval(hours => h::integer) <= clock_timestamp()) r
         where e.state = 'draft' and e.lead_user_id is not null and ${stillOpen} and x.closes_at > clock_timestamp()
           and e.recorded_at <= x.closes_at - make_interval(hours => r.hours)`,
        [JSON.stringify(defaultReminderHours)],
      );
      return this.mail.post(
        manager,
        due.map(({ edition, title, closesAt, hours, ...entry }) => ({
          template: 'entry-deadline-reminder' as const,
          parameters: { edition, title, number: null, closesAt: closesAt.toISOString(), hours },
          to: { userId: entry.leadUserId },
          eventKey: `entry-deadline:${entry.id}:${hours}:${closesAt.toISOString()}`,
          editionId: entry.editionId,
          entryId: entry.id,
          link: `/entries/${entry.publicId}`,
        })),
      );
    });
  }
}
