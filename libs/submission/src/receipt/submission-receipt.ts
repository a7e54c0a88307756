import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { versionFiles, type EntryFileView } from '../file/entry-files.js';

/** What a team keeps of a version of its entry. */
export interface SubmissionReceipt {
  readonly number: number;
  /** Hash of the ledger event, 64 hex digits. */
  readonly receipt: string;
  /** When this version came in. */
  readonly submittedAt: Date;
  readonly version: number;
  /** Submitted after the deadline, by the edition's rule. */
  readonly isLate: boolean;
  readonly edition: { readonly zh: string; readonly en: string };
  /** Of this version. */
  readonly title: string;
  /** The files that the version names, with what has become of each since. */
  readonly files: readonly EntryFileView[];
}

type ReceiptRow = Omit<SubmissionReceipt, 'files'> & { readonly versionId: string; readonly eventId: string };

const receipts = `select v.id as "versionId", v.event_id as "eventId", e.number, v.recorded_at as "submittedAt", encode(l.hash, 'hex') as receipt,
    v.number as version, e.is_late as "isLate", v.answers ->> 'title' as title,
    json_build_object('zh', d.name_zh, 'en', d.name_en) as edition
  from entries e join editions d on d.id = e.edition_id join entry_versions v on v.entry_id = e.id join ledger_events l on l.id = v.event_id
  where`;

/** The receipt of the version that an act wrote with its event. */
export async function submissionReceipt(manager: EntityManager, eventId: string): Promise<SubmissionReceipt> {
  return (await submissionReceipts(manager, [eventId])).get(eventId) as SubmissionReceipt;
}

/** As `submissionReceipt` of many versions, by the ids of their events. */
export async function submissionReceipts(
  manager: EntityManager,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, SubmissionReceipt>> {
  const rows = await manager.query<ReceiptRow[]>(`${receipts} v.event_id = any ($1)`, [eventIds]);
  const withTheirs = await withFiles(manager, rows);
  return new Map(rows.map(({ eventId }, index) => [eventId, withTheirs[index] as SubmissionReceipt]));
}

/**
 * The receipt of one version of an own entry, or of its newest, as often as its team wants to read it.
 *
 * @throws DomainError `not-found` for another's entry, and for a draft, which has none
 */
export async function ownReceipt(
  manager: EntityManager,
  publicId: string,
  userId: string,
  version?: number,
): Promise<SubmissionReceipt> {
  const rows = await manager.query<ReceiptRow[]>(
    `${receipts} e.public_id = $1 and entry_is_read_by(e, $2) and ($3::integer is null or v.number = $3)
     order by v.number desc limit 1`,
    [publicId, userId, version ?? null],
  );
  if (!rows[0]) throw new DomainError('not-found', { entry: publicId });
  const [receipt] = await withFiles(manager, rows);
  return receipt as SubmissionReceipt;
}

async function withFiles(manager: EntityManager, rows: readonly ReceiptRow[]): Promise<SubmissionReceipt[]> {
  const files = await versionFiles(
    manager,
    rows.map(({ versionId }) => versionId),
  );
  return rows.map(({ versionId, eventId: _, ...receipt }) => ({ ...receipt, files: files.get(versionId) ?? [] }));
}
