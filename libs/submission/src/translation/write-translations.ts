import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson, type EntryLanguage, type TranslatedText, type TranslationAuthor } from '#domain';
import type { LedgerService } from '#ledger';

export interface NewTranslation extends TranslatedText {
  readonly entryId: string;
  /** Into which. */
  readonly language: EntryLanguage;
  readonly author: TranslationAuthor;
}

/** By whom, a user id, and in which edition. */
export interface TranslationAct {
  readonly editionId: string;
  readonly actor: string;
  /** YYYY-MM-DD, where that day lies in the past. */
  readonly occurredOn?: string;
}

export interface WrittenTranslation {
  readonly id: string;
  readonly entryId: string;
  readonly author: TranslationAuthor;
}

/** Writes the next wording of each entry's translation; their entries are held by the transaction. */
export async function writeTranslations(
  manager: EntityManager,
  ledger: LedgerService,
  { editionId, actor, ...day }: TranslationAct,
  given: readonly NewTranslation[],
): Promise<WrittenTranslation[]> {
  if (given.length === 0) return [];
  const rows = given.map((one) => ({ ...one, id: uuidv7() }));
  const numbers = await manager.query<{ id: string; number: number }[]>(
    `insert into entry_translations (id, entry_id, number, language, title, summary, author, written_by, original_hash)
     select g.id, g."entryId", 1 + coalesce((select max(t.number) from entry_translations t where t.entry_id = g."entryId"), 0),
       g.language, g.title, g.summary, g.author, $2, entry_original_hash(e)
     from jsonb_to_recordset($1::jsonb) as g (id uuid, "entryId" uuid, language text, title text, summary text, author text)
     join entries e on e.id = g."entryId" returning id, number`,
    [JSON.stringify(rows), actor],
  );
  // Its other title is compared with other entries' titles too.
  await manager.query(
    `insert into pending_duplicate_searches (entry_id) select id from entries where id = any ($1) and state <> 'draft'`,
    [rows.map(({ entryId }) => entryId)],
  );
  const numberOf = new Map(numbers.map(({ id, number }) => [id, number]));
  // What was written could be guessed from a bare hash after its erasure: the ledger is told a salted one.
  const texts = await ledger.commitments(
    manager,
    'entry-translation',
    rows.map(({ id, title, summary }) => ({ subjectId: id, value: canonicalJson({ title, summary }) })),
  );
  await ledger.recordMany(
    manager,
    rows.map(({ id, entryId, language, author }, index) => ({
      kind: 'translation-written' as const,
      subject: { edition: editionId, entry: entryId, translation: id },
      body: { actor, number: numberOf.get(id) ?? 0, language, author, text: texts[index] ?? null },
      ...day,
    })),
  );
  return rows.map(({ id, entryId, author }) => ({ id, entryId, author }));
}

/** Records that the team takes wordings for what their originals say now. */
export async function confirmTranslations(
  manager: EntityManager,
  ledger: LedgerService,
  { editionId, actor, ...day }: TranslationAct,
  translationIds: readonly string[],
): Promise<void> {
  const rows = await manager.query<ConfirmedRow[]>(
    `with written as (
       insert into entry_translation_confirmations (id, translation_id, original_hash, entry_version, confirmed_by)
       select g.id, t.id, entry_original_hash(e), (select count(*) from entry_versions v where v.entry_id = e.id), $3
       from unnest($1::uuid[], $2::uuid[]) as g (id, translation)
       join entry_translations t on t.id = g.translation join entries e on e.id = t.entry_id
       returning id, translation_id, entry_version)
     select w.id, w.entry_version as version, t.id as translation, t.entry_id as entry, t.number
     from written w join entry_translations t on t.id = w.translation_id`,
    [translationIds.map(() => uuidv7()), translationIds, actor],
  );
  await ledger.recordMany(
    manager,
    rows.map(({ id, entry, translation, number, version }) => ({
      kind: 'translation-confirmed' as const,
      subject: { edition: editionId, entry, translation, confirmation: id },
      body: { actor, number, version },
      ...day,
    })),
  );
}

interface ConfirmedRow {
  readonly id: string;
  readonly entry: string;
  readonly translation: string;
  readonly number: number;
  readonly version: number;
}
