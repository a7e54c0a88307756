import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { MessageTexts } from './template.js';
import type { TemplateKey } from './templates/registry.js';

export interface PersonalNotice {
  readonly publicId: string;
  readonly template: TemplateKey;
  readonly texts: MessageTexts;
  /** Path from the root. */
  readonly link: string | null;
  readonly recordedAt: Date;
  readonly readAt: Date | null;
}

export interface NoticePage {
  readonly notices: readonly PersonalNotice[];
  /** Over all pages. */
  readonly unread: number;
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/**
 * The same messages as they stand on the person's own page, whatever becomes of the mail: waiting, held, sent or lost.
 */
@Injectable()
export class NoticeService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Newest first.
   *
   * @param cursor public id of the last notice of the page before; an unknown one ends the list
   * @param entry public id of the person's own entry that the notices are about; all where it is left out, or is another's:
   *   a blind judge does not learn by it which entry a message concerns
   */
  async page(
    userId: string,
    { cursor, limit, entry }: { cursor?: string; limit: number; entry?: string },
  ): Promise<NoticePage> {
    const rows = await this.dataSource.query<PersonalNotice[]>(
      `select m.public_id as "publicId", m.template, m.texts, m.link, m.recorded_at as "recordedAt", m.read_at as "readAt"
       from outbox_messages m
       left join (select e.id from entries e join team_ties t on t.entry_id = e.id and t.user_id = $1
         where e.public_id = $4::uuid) o on true
       where m.user_id = $1 and m.not_before <= now() and ($2::uuid is null or (m.recorded_at, m.id) <
         (select c.recorded_at, c.id from outbox_messages c where c.public_id = $2 and c.user_id = $1))
         and coalesce(m.entry_id = o.id, o.id is null)
       order by m.recorded_at desc, m.id desc limit $3`,
      [userId, cursor ?? null, limit + 1, entry ?? null],
    );
    const notices = rows.slice(0, limit);
    const nextCursor = rows.length > limit ? (notices.at(-1)?.publicId ?? null) : null;
    return { notices, unread: await this.unread(userId), nextCursor };
  }

  async unread(userId: string): Promise<number> {
    const [row] = await this.dataSource.query<{ unread: number }[]>(
      `select count(*)::int as unread from outbox_messages
       where user_id = $1 and read_at is null and not_before <= now()`,
      [userId],
    );
    return row?.unread ?? 0;
  }

  /** Marks the person's own notices as read; what is not theirs, or is read already, stays as it is. */
  async markRead(manager: EntityManager, userId: string, publicIds: readonly string[]): Promise<void> {
    await manager.query(
      `update outbox_messages set read_at = now() where user_id = $1 and public_id = any ($2) and read_at is null`,
      [userId, publicIds],
    );
  }
}
