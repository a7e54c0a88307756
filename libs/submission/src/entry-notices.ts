import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MailService, type NewMessage, type ParametersOf } from '#mail';

type EntryFacts = ParametersOf<'eligibility-passed'>;

interface AddressedEntry {
  readonly id: string;
  readonly editionId: string;
  readonly publicId: string;
  readonly leadUserId: string;
  readonly edition: { readonly zh: string; readonly en: string };
  readonly title: string;
  readonly number: number | null;
  /** ISO 8601. */
  readonly now: string;
}

/** A check of one entry, by its row. */
export interface NotedCheck {
  readonly id: string;
  readonly entryId: string;
  readonly outcome: 'passed' | 'needs-correction' | 'failed';
  readonly reasonCode?: string;
}

/**
 * Writes to the person who leads an entry, in the transaction of the act that is told. Nobody is written to where no
 * account leads the entry, and none of the ways in which many entries come from a file at once calls this.
 */
@Injectable()
export class EntryNotices {
  constructor(private readonly mail: MailService) {}

  /** A version of a submitted entry, with its receipt. */
  async received(
    manager: EntityManager,
    template: 'entry-submitted' | 'entry-revised',
    given: { readonly id: string; readonly version: number; readonly receipt: string; readonly eventId: string },
  ): Promise<void> {
    const { version, receipt, eventId } = given;
    await this.post(manager, [given.id], (entry) => ({
      template,
      parameters: { ...factsOf(entry), version, receipt, at: entry.now },
      eventKey: `${template}:${eventId}`,
    }));
  }

  async withdrawn(manager: EntityManager, entryId: string): Promise<void> {
    await this.post(manager, [entryId], (entry) => ({
      template: 'entry-withdrawn',
      parameters: { ...factsOf(entry), at: entry.now },
      eventKey: `entry-withdrawn:${entryId}`,
    }));
  }

  async checked(manager: EntityManager, checks: readonly NotedCheck[]): Promise<void> {
    const byEntry = new Map(checks.map((check) => [check.entryId, check]));
    await this.post(manager, [...byEntry.keys()], (entry) => {
      const { id, outcome, reasonCode } = byEntry.get(entry.id) as NotedCheck;
      const [eventKey, facts] = [`eligibility:${id}`, factsOf(entry)];
      if (outcome === 'passed') return { template: 'eligibility-passed', parameters: facts, eventKey };
      return { template: `eligibility-${outcome}`, parameters: { ...facts, reason: reasonCode ?? '' }, eventKey };
    });
  }

  private async post(
    manager: EntityManager,
    entryIds: readonly string[],
    message: (entry: AddressedEntry) => Pick<NewMessage, 'template' | 'parameters' | 'eventKey'>,
  ): Promise<void> {
    const entries = await manager.query<AddressedEntry[]>(
      `select e.id, e.edition_id as "editionId", e.public_id as "publicId", e.lead_user_id as "leadUserId",
         json_build_object('zh', d.name_zh, 'en', d.name_en) as edition, e.title, e.number,
         to_json(now() at time zone 'UTC') #>> '{}' || 'Z' as now
       from entries e join editions d on d.id = e.edition_id
       where e.id = any ($1) and e.lead_user_id is not null`,
      [entryIds],
    );
    await this.mail.post(
      manager,
      entries.map((entry) => ({
        ...message(entry),
        to: { userId: entry.leadUserId },
        editionId: entry.editionId,
        entryId: entry.id,
        link: `/entries/${entry.publicId}`,
      })),
    );
  }
}

const factsOf = ({ edition, title, number }: AddressedEntry): EntryFacts => ({ edition, title, number });
