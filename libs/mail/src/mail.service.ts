import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { renderMessage } from './render-message.js';
import type { MailLocale } from './template.js';
import type { ParametersOf, TemplateKey } from './templates/registry.js';

/** A person with an account, or a bare address with the language it is written in. */
export type Recipient = { readonly userId: string } | { readonly address: string; readonly locale: MailLocale };

export interface NewMessage<K extends TemplateKey = TemplateKey> {
  readonly template: K;
  readonly parameters: ParametersOf<K>;
  readonly to: Recipient;
  /** Names the event that is told: whatever is posted twice under one key is written once. */
  readonly eventKey: string;
  readonly editionId?: string;
  readonly entryId?: string;
  /** Path of the page it is about, from the root. */
  readonly link?: string;
  /** Neither sent nor shown on the person's page before. */
  readonly notBefore?: Date;
}

const batchSize = 500;

/**
 * Writes messages into the outbox, in the transaction of the act they tell of: both are there or neither. Sending is the
 * worker's, later.
 */
@Injectable()
export class MailService {
  /** @returns how many were written: those whose event was told before are left out */
  async post(manager: EntityManager, messages: readonly NewMessage[]): Promise<number> {
    let written = 0;
    for (let start = 0; start < messages.length; start += batchSize) {
      written += await this.insert(manager, await this.untold(manager, messages.slice(start, start + batchSize)));
    }
    return written;
  }

  private async untold(manager: EntityManager, messages: readonly NewMessage[]): Promise<readonly NewMessage[]> {
    const rows = await manager.query<{ event_key: string }[]>(
      'select event_key from outbox_messages where event_key = any ($1)',
      [messages.map(({ eventKey }) => eventKey)],
    );
    const told = new Set(rows.map(({ event_key: key }) => key));
    return messages.filter(({ eventKey }) => !told.has(eventKey));
  }

  private async insert(manager: EntityManager, messages: readonly NewMessage[]): Promise<number> {
    if (messages.length === 0) return 0;
    const rows = messages.map((message) => {
      const { texts, parameters, version } = renderMessage(message.template, message.parameters);
      return {
        ...{ id: uuidv7(), public_id: uuidv4(), template: message.template, template_version: version },
        ...{ parameters, texts, event_key: message.eventKey, link: message.link ?? null },
        ...{ edition_id: message.editionId ?? null, entry_id: message.entryId ?? null },
        user_id: 'userId' in message.to ? message.to.userId : null,
        ...('address' in message.to ? { address: message.to.address, locale: message.to.locale } : {}),
        not_before: message.notBefore?.toISOString() ?? null,
      };
    });
    // The person's language is read where it stands: identity lies above, and a message never asks it.
    const inserted = await manager.query<unknown[]>(
      `insert into outbox_messages (id, public_id, edition_id, entry_id, user_id, address, template, template_version,
         parameters, locale, texts, link, event_key, not_before, next_attempt_at)
       select g.id, g.public_id, g.edition_id, g.entry_id, g.user_id, g.address, g.template, g.template_version,
         g.parameters, coalesce(u.locale, g.locale, 'zh'), g.texts, g.link, g.event_key,
         coalesce(g.not_before, now()), coalesce(g.not_before, now())
       from jsonb_to_recordset($1::jsonb) as g (id uuid, public_id uuid, edition_id uuid, entry_id uuid, user_id uuid,
         address text, template text, template_version integer, parameters jsonb, locale text, texts jsonb, link text,
         event_key text, not_before timestamptz)
       left join users u on u.id = g.user_id
       on conflict (event_key) do nothing returning id`,
      [JSON.stringify(rows)],
    );
    return inserted.length;
  }
}
