import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TranslationAuthor } from '#domain';
import { MailService, type NewMessage, type ParametersOf, reasonText } from '#mail';
import type { EligibilityOutcome } from './eligibility/check-record.js';
import { type SubmissionReceipt, submissionReceipt, submissionReceipts } from './receipt/submission-receipt.js';

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
export interface NotedCheck extends EligibilityOutcome {
  readonly id: string;
}

/**
 * Writes to the person who leads an entry, in the transaction of the act that is told. Nobody is written to where no
 * account leads the entry; of a file that brings in many, only the change of an entry that somebody leads is told.
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
    const kept = keptOf(await submissionReceipt(manager, eventId));
    await this.post(manager, [given.id], (entry) => ({
      template,
      parameters: { ...factsOf(entry), version, receipt, at: entry.now, ...kept },
      eventKey: `${template}:${eventId}`,
    }));
  }

  /** Further versions of many entries, which the office brought in from a file. */
  async revisedMany(
    manager: EntityManager,
    versions: readonly {
      readonly id: string;
      readonly version: number;
      readonly receipt: string;
      readonly eventId: string;
    }[],
  ): Promise<void> {
    const byEntry = new Map(versions.map((version) => [version.id, version]));
    if (byEntry.size === 0) return;
    const receipts = await submissionReceipts(
      manager,
      versions.map(({ eventId }) => eventId),
    );
    await this.post(manager, [...byEntry.keys()], (entry) => {
      const { version, receipt, eventId } = byEntry.get(entry.id) as (typeof versions)[number];
      const kept = keptOf(receipts.get(eventId) as SubmissionReceipt);
      const parameters = { ...factsOf(entry), version, receipt, at: entry.now, ...kept };
      return { template: 'entry-revised', parameters, eventKey: `entry-revised:${eventId}` };
    });
  }

  async withdrawn(manager: EntityManager, entryId: string): Promise<void> {
    await this.post(manager, [entryId], (entry) => ({
      template: 'entry-withdrawn',
      parameters: { ...factsOf(entry), at: entry.now },
      eventKey: `entry-withdrawn:${entryId}`,
    }));
  }

  /** Translations that the office wrote or took over, for the team to confirm. */
  async translated(
    manager: EntityManager,
    written: readonly { readonly id: string; readonly entryId: string; readonly author: TranslationAuthor }[],
  ): Promise<void> {
    const byEntry = new Map(written.map((one) => [one.entryId, one]));
    if (byEntry.size === 0) return;
    await this.post(manager, [...byEntry.keys()], (entry) => {
      const { id, author } = byEntry.get(entry.id) as (typeof written)[number];
      const parameters = { ...factsOf(entry), isMachine: author === 'machine' };
      return { template: 'translation-written', parameters, eventKey: `translation-written:${id}` };
    });
  }

  /** An entry that may be changed after the deadline. */
  async extended(
    manager: EntityManager,
    given: { readonly entryId: string; readonly id: string; readonly until: string; readonly reason: string },
  ): Promise<void> {
    const { entryId, id, until, reason } = given;
    await this.post(manager, [entryId], (entry) => ({
      template: 'entry-extended',
      parameters: { ...factsOf(entry), until, reason },
      eventKey: `entry-extended:${id}`,
    }));
  }

  /** A first reading that waits for a second reader is nobody's news yet. */
  async checked(manager: EntityManager, given: readonly NotedCheck[]): Promise<void> {
    const checks = given.filter(({ outcome }) => outcome !== 'passed-once');
    const byEntry = new Map(checks.map((check) => [check.entryId, check]));
    await this.post(manager, [...byEntry.keys()], (entry) => {
      const check = byEntry.get(entry.id) as NotedCheck;
      const [eventKey, facts] = [`eligibility:${check.id}`, factsOf(entry)];
      if (check.outcome === 'needs-correction') {
        const correctUntil = check.record?.correctUntil?.toISOString() ?? null;
        const parameters = { ...facts, reason: reasonOf(check), correctUntil };
        return { template: 'eligibility-needs-correction', parameters, eventKey };
      }
      return check.outcome === 'failed'
        ? { template: 'eligibility-failed', parameters: { ...facts, reason: reasonOf(check) }, eventKey }
        : { template: 'eligibility-passed', parameters: facts, eventKey };
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

/** What a letter says of a version beside the entry. */
const keptOf = ({ isLate, files }: SubmissionReceipt): Pick<ParametersOf<'entry-revised'>, 'isLate' | 'files'> => ({
  isLate,
  files: files.map(({ name, size, sha256, bytesUntil: until }) => {
    return { name, size, sha256, bytesUntil: until?.toISOString() ?? null };
  }),
});

/** The reasons that the office chose and what it added, in both languages. */
function reasonOf({ reasonCode, record }: NotedCheck): { readonly zh: string; readonly en: string } {
  const reasons = (record?.reasons ?? []).map(({ label }) => label);
  const named = reasons.length > 0 || reasonCode === undefined ? reasons : [reasonText(reasonCode)];
  const given = [...named, ...(record?.note ? [record.note] : [])];
  // Each becomes part of a sentence that has a stop of its own.
  const inWords = (locale: 'zh' | 'en') =>
    given.map((reason) => reason[locale].trim().replace(/[。.；;]+$/u, '')).filter((words) => words !== '');
  return { zh: inWords('zh').join('；'), en: inWords('en').join('; ') };
}
