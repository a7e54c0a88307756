import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { ownOpenEntry } from './own-open-entry.js';

/** What a team has typed so far, right or wrong. */
export interface KeptDraft {
  /** 0 where nothing was ever kept. */
  readonly version: number;
  /** As the page sent it; null where the entry's answers have it all. */
  readonly document: Readonly<Record<string, unknown>> | null;
  readonly at: Date | null;
}

/** Longest draft kept, in characters of its JSON. */
const draftLimit = 200_000;
const none: KeptDraft = { version: 0, document: null, at: null };

/** Keeps what a team types of a draft: one mutable row an entry, in no ledger. What is submitted is revised on purpose. */
@Injectable()
export class EntryDraftService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps what was typed over the version that it is made from.
   *
   * @param seen version of the draft that the page has; 0 for the first
   * @throws DomainError `revision-stale` with the stored one, `entry-not-draft`, `entry-invalid` where it is too long,
   *   and as `ownOpenEntry`
   */
  async save(
    publicId: string,
    userId: string,
    document: Readonly<Record<string, unknown>>,
    seen: number,
  ): Promise<KeptDraft> {
    const text = JSON.stringify(document);
    if (text.length > draftLimit) throw new DomainError('entry-invalid', { path: 'document' });
    return this.dataSource.transaction(async (manager) => {
      const entry = await ownOpenEntry(manager, publicId, userId);
      if (entry.state !== 'draft') throw new DomainError('entry-not-draft', { entry: publicId });
      await assertDraftSeen(manager, entry.id, seen);
      const rows = await manager.query<KeptDraft[]>(
        `insert into entry_drafts as d (entry_id, version, document) values ($1, 1, $2)
         on conflict (entry_id) do update set version = d.version + 1, document = excluded.document, recorded_at = now()
         returning version, document, recorded_at as at`,
        [entry.id, text],
      );
      return rows[0] as KeptDraft;
    });
  }
}

/** @param entryId of an entry that the transaction holds */
export async function keptDraft(manager: EntityManager, entryId: string): Promise<KeptDraft> {
  const rows = await manager.query<KeptDraft[]>(
    'select version, document, recorded_at as at from entry_drafts where entry_id = $1',
    [entryId],
  );
  return rows[0] ?? none;
}

/** @throws DomainError `revision-stale` with the stored draft, where another tab or device has kept one since */
export async function assertDraftSeen(manager: EntityManager, entryId: string, seen: number): Promise<void> {
  const stored = await keptDraft(manager, entryId);
  if (stored.version !== seen) {
    throw new DomainError('revision-stale', { revision: stored.version, stored: stored.document });
  }
}

/** The answers have all of it now, of drafts or submitted entries: the next change is made over the next version. */
export async function settleDrafts(manager: EntityManager, entryIds: readonly string[]): Promise<void> {
  await manager.query(
    `insert into entry_drafts as d (entry_id, version) select id, 1 from unnest($1::uuid[]) as g (id)
     on conflict (entry_id) do update set version = d.version + 1, document = null, recorded_at = now()`,
    [entryIds],
  );
}
