import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cleanLine, cleanText, DomainError, type TranslatedText, translationProblems } from '#domain';
import type { IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { EntryNotices } from '../entry-notices.js';
import { TeamTransaction } from '../team/team-transaction.js';
import { holdReaders, standingTranslation, type StandingTranslation } from './standing-translation.js';
import {
  confirmTranslations,
  type NewTranslation,
  type TranslationAct,
  writeTranslations,
  type WrittenTranslation,
} from './write-translations.js';

/** A translation as somebody sends it. */
export interface GivenTranslation extends TranslatedText {
  /** Made by a machine, whoever sends it. */
  readonly isMachine: boolean;
  /** Number of the wording that it is made over; 0 before the first. */
  readonly seen: number;
}

export interface OwnTranslation extends StandingTranslation {
  /** Whether the reader may write and confirm it. */
  readonly mayEdit: boolean;
}

interface HeldEntry {
  readonly id: string;
  readonly editionId: string;
  readonly standing: StandingTranslation;
}

/**
 * Title and summary of an entry in its other language. Team and office may write them, also after the deadline, as long as
 * no judge is reading; the team alone confirms. A team's own wording is confirmed as it is sent; a machine's never is.
 */
@Injectable()
export class EntryTranslationService {
  constructor(
    private readonly transaction: TeamTransaction,
    private readonly ledger: LedgerService,
    private readonly notices: EntryNotices,
  ) {}

  /** @throws DomainError `not-found` where the entry is not the person's */
  async own(publicId: string, userId: string): Promise<OwnTranslation> {
    const { manager } = this.transaction.dataSource;
    const [entry] = await manager.query<{ id: string; mayEdit: boolean }[]>(
      `select id, entry_is_edited_by(e, $2) and state <> 'withdrawn' as "mayEdit" from entries e
       where public_id = $1 and entry_is_read_by(e, $2)`,
      [publicId, userId],
    );
    if (!entry) throw new DomainError('not-found', { entry: publicId });
    return { ...(await standingTranslation(manager, entry.id)), mayEdit: entry.mayEdit };
  }

  /**
   * By the team.
   *
   * @throws DomainError `not-found`, `entry-read-only`, `entry-withdrawn`, `revision-stale`, `translation-being-read`,
   *   `entry-invalid` naming the fields
   */
  async writeOwn(request: IdempotentRequest, publicId: string, given: GivenTranslation): Promise<void> {
    await this.transaction.once(request, async (manager) => {
      const actor = request.userId;
      const entry = await this.held(manager, await ownEntry(manager, publicId, actor), given.seen);
      const author = given.isMachine ? 'machine' : 'team';
      const written = await this.write(manager, entry, { ...given, author }, actor);
      if (author === 'machine') return;
      await confirmTranslations(manager, this.ledger, { editionId: entry.editionId, actor }, [written.id]);
    });
  }

  /**
   * Confirms the wording that the team has seen, for what the original says now. One that stands confirmed stays as it is.
   *
   * @throws DomainError as `writeOwn`; `translation-missing`, `translation-incomplete`
   */
  async confirmOwn(request: IdempotentRequest, publicId: string, seen: number): Promise<void> {
    await this.transaction.once(request, async (manager) => {
      const actor = request.userId;
      const entry = await this.held(manager, await ownEntry(manager, publicId, actor), seen);
      const { state } = entry.standing;
      if (state === 'missing') throw new DomainError('translation-missing');
      if (state === 'incomplete') throw new DomainError('translation-incomplete');
      if (state === 'confirmed') return;
      const [latest] = await manager.query<{ id: string }[]>(
        'select id from entry_translations where entry_id = $1 order by number desc limit 1',
        [entry.id],
      );
      await confirmTranslations(manager, this.ledger, { editionId: entry.editionId, actor }, latest ? [latest.id] : []);
    });
  }

  /**
   * By the office, for a submitted entry; the team is told, and confirms it or sends its own.
   *
   * @throws DomainError as `writeOwn`, `entry-not-submitted`
   */
  async writeForTeam(
    request: IdempotentRequest,
    { slug, publicId }: { readonly slug: string; readonly publicId: string },
    given: GivenTranslation,
  ): Promise<void> {
    await this.transaction.once(request, async (manager) => {
      const entry = await this.held(manager, await entryOfEdition(manager, slug, publicId), given.seen);
      const author = given.isMachine ? 'machine' : 'office';
      const written = await this.write(manager, entry, { ...given, author }, request.userId);
      await this.notices.translated(manager, [written]);
    });
  }

  /**
   * Of many entries of an edition at once, where a contest comes from a file: what their teams wrote is confirmed with
   * it, and nobody is written to.
   */
  async writeMany(manager: EntityManager, act: TranslationAct, given: readonly NewTranslation[]): Promise<void> {
    const written = await writeTranslations(manager, this.ledger, act, given);
    const own = written.flatMap(({ id, author }) => (author === 'team' ? [id] : []));
    await confirmTranslations(manager, this.ledger, act, own);
  }

  private async held(manager: EntityManager, { id, editionId, state }: LockedEntry, seen: number): Promise<HeldEntry> {
    if (state === 'withdrawn') throw new DomainError('entry-withdrawn');
    await holdReaders(manager, id);
    const standing = await standingTranslation(manager, id);
    if (standing.version !== seen) throw new DomainError('revision-stale', { revision: standing.version });
    return { id, editionId, standing };
  }

  private async write(
    manager: EntityManager,
    { id, editionId, standing }: HeldEntry,
    { author, ...given }: TranslatedText & { readonly author: WrittenTranslation['author'] },
    actor: string,
  ): Promise<WrittenTranslation> {
    if (standing.isBeingRead) throw new DomainError('translation-being-read');
    const text = { title: cleanLine(given.title), summary: cleanText(given.summary) };
    const problems = translationProblems(text, standing.original.summary !== '');
    if (problems.length > 0) throw new DomainError('entry-invalid', { problems });
    const { language } = standing;
    const translation = { ...text, entryId: id, language, author };
    const [written] = await writeTranslations(manager, this.ledger, { editionId, actor }, [translation]);
    return written as WrittenTranslation;
  }
}

interface LockedEntry {
  readonly id: string;
  readonly editionId: string;
  readonly state: string;
}

async function ownEntry(manager: EntityManager, publicId: string, userId: string): Promise<LockedEntry> {
  const [entry] = await manager.query<(LockedEntry & { edits: boolean })[]>(
    `select id, edition_id as "editionId", state, entry_is_edited_by(e, $2) as edits from entries e
     where public_id = $1 and entry_is_read_by(e, $2) for update`,
    [publicId, userId],
  );
  if (!entry) throw new DomainError('not-found', { entry: publicId });
  if (!entry.edits) throw new DomainError('entry-read-only', { entry: publicId });
  return entry;
}

async function entryOfEdition(manager: EntityManager, slug: string, publicId: string): Promise<LockedEntry> {
  const [entry] = await manager.query<LockedEntry[]>(
    `select e.id, e.edition_id as "editionId", e.state from entries e join editions d on d.id = e.edition_id
     where e.public_id = $2 and d.slug = $1 for update of e`,
    [slug, publicId],
  );
  if (!entry) throw new DomainError('not-found', { entry: publicId });
  if (entry.state === 'draft') throw new DomainError('entry-not-submitted', { entry: publicId });
  return entry;
}
