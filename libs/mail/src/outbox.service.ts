import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import type { MailLocale, MessageTexts } from './template.js';
import type { TemplateKey } from './templates/registry.js';

export const messageStates = ['waiting', 'held', 'sending', 'sent', 'failed'] as const;
export type MessageState = (typeof messageStates)[number];

export interface ListedMessage {
  readonly publicId: string;
  readonly template: TemplateKey;
  readonly state: MessageState;
  readonly subject: { readonly zh: string; readonly en: string };
  /** Null for a bare address. */
  readonly recipient: string | null;
  readonly address: string;
  /** Within the round. */
  readonly attempts: number;
  readonly lastError: string | null;
  readonly nextAttemptAt: Date;
  readonly sentAt: Date | null;
  readonly readAt: Date | null;
  readonly recordedAt: Date;
}

export interface MessageDetail extends ListedMessage {
  readonly locale: MailLocale;
  readonly texts: MessageTexts;
  readonly link: string | null;
  readonly templateVersion: number;
  /** Oldest first; an outcome is null while it is under way. */
  readonly log: readonly MessageAttempt[];
}

export interface MessageAttempt {
  readonly round: number;
  readonly number: number;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: 'accepted' | 'deferred' | 'refused' | null;
  readonly error: string | null;
}

export interface MessageFilter {
  readonly state?: MessageState;
  /** Part of a subject, a name or an address. */
  readonly q?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface MessagePage {
  readonly messages: readonly ListedMessage[];
  /** By state, of all that the search finds. */
  readonly counts: Readonly<Record<MessageState, number>>;
  readonly nextCursor: string | null;
}

/** What an organiser may do with a message: keep it back, let it go, send it once more. */
export const messageActs = {
  hold: { from: ['waiting'], sql: `state = 'held'` },
  release: { from: ['held'], sql: `state = 'waiting', next_attempt_at = greatest(not_before, now())` },
  resend: {
    from: ['sent', 'failed'],
    sql: `state = 'waiting', round = round + 1, attempts = 0, last_error = null, next_attempt_at = now()`,
  },
} as const satisfies Readonly<Record<string, { from: readonly MessageState[]; sql: string }>>;
export type MessageAct = keyof typeof messageActs;

const columns = `m.public_id as "publicId", m.template, m.state, u.display_name as recipient,
  json_build_object('zh', m.texts #>> '{zh,subject}', 'en', m.texts #>> '{en,subject}') as subject,
  coalesce(m.address, u.email) as address, m.attempts, m.last_error as "lastError", m.read_at as "readAt",
  m.next_attempt_at as "nextAttemptAt", m.sent_at as "sentAt", m.recorded_at as "recordedAt"`;
// An invitation's link is good for whoever holds it: the office sees where it leads, not its token.
const shownLink = `case when m.template in ('team-invitation', 'judge-invitation') then split_part(m.link, '#', 1) else m.link end`;
/** An edition, and who reads: nothing is told of a message about an entry that concerns the reader. */
export interface OutboxReader {
  readonly editionId: string;
  readonly readerId: string;
}

const tables = 'outbox_messages m left join users u on u.id = m.user_id';
const ofReader = 'm.edition_id = $1 and coalesce(m.entry_id not in (select conflicted_entries($2)), true)';
const found = `${ofReader} and ($3 = '' or position(lower($3) in lower(concat_ws(chr(10), u.display_name, u.email,
  m.address, m.texts #>> '{zh,subject}', m.texts #>> '{en,subject}'))) > 0)`;

/** The outbox of an edition, as its office reads and steers it. */
@Injectable()
export class OutboxService {
  /** Newest first. */
  async page(
    manager: EntityManager,
    { editionId, readerId }: OutboxReader,
    filter: MessageFilter,
  ): Promise<MessagePage> {
    const q = (filter.q ?? '').trim();
    const rows = await manager.query<ListedMessage[]>(
      `select ${columns} from ${tables}
       where ${found} and ($4::text is null or m.state = $4) and ($5::uuid is null or (m.recorded_at, m.id) <
         (select c.recorded_at, c.id from outbox_messages c where c.public_id = $5 and c.edition_id = $1))
       order by m.recorded_at desc, m.id desc limit $6`,
      [editionId, readerId, q, filter.state ?? null, filter.cursor ?? null, filter.limit + 1],
    );
    const counted = await manager.query<{ state: MessageState; count: number }[]>(
      `select m.state, count(*)::int as count from ${tables} where ${found} group by m.state`,
      [editionId, readerId, q],
    );
    const messages = rows.slice(0, filter.limit);
    return {
      messages,
      counts: Object.assign(
        { waiting: 0, held: 0, sending: 0, sent: 0, failed: 0 },
        Object.fromEntries(counted.map(({ state, count }) => [state, count])),
      ),
      nextCursor: rows.length > filter.limit ? (messages.at(-1)?.publicId ?? null) : null,
    };
  }

  /** @throws DomainError `not-found` where the edition has no such message */
  async detail(
    manager: EntityManager,
    { editionId, readerId }: OutboxReader,
    publicId: string,
  ): Promise<MessageDetail> {
    const [message] = await manager.query<MessageDetail[]>(
      `select ${columns}, m.locale, m.texts,
         ${shownLink} as link, m.template_version as "templateVersion",
         (select coalesce(json_agg(json_build_object('round', a.round, 'number', a.number, 'startedAt', a.started_at,
            'endedAt', a.ended_at, 'outcome', a.outcome, 'error', a.error) order by a.round, a.number), '[]')
          from outbox_attempts a where a.message_id = m.id) as log
       from ${tables} where ${ofReader} and m.public_id = $3`,
      [editionId, readerId, publicId],
    );
    if (!message) throw new DomainError('not-found', { message: publicId });
    return message;
  }

  /**
   * @returns the message's id
   * @throws DomainError `not-found`, `message-not-ready` where its state does not allow the act (any more)
   */
  async act(
    manager: EntityManager,
    { editionId, readerId }: OutboxReader,
    publicId: string,
    act: MessageAct,
  ): Promise<string> {
    const [message] = await manager.query<{ id: string; state: MessageState }[]>(
      `select m.id, m.state from outbox_messages m where ${ofReader} and m.public_id = $3 for update`,
      [editionId, readerId, publicId],
    );
    if (!message) throw new DomainError('not-found', { message: publicId });
    const { from, sql } = messageActs[act];
    if (!(from as readonly MessageState[]).includes(message.state)) {
      throw new DomainError('message-not-ready', { state: message.state });
    }
    await manager.query(`update outbox_messages set ${sql} where id = $1`, [message.id]);
    return message.id;
  }
}
