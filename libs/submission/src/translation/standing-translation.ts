import type { EntityManager } from 'typeorm';
import type { EntryLanguage, TranslationAuthor, TranslationState } from '#domain';

/** Title and summary in the entry's other language, as readers have them beside the original, which prevails. */
export interface ReadTranslation {
  readonly language: EntryLanguage;
  readonly title: string;
  /** Empty where the original has none, or where it is not translated yet. */
  readonly summary: string;
  readonly author: TranslationAuthor;
  readonly state: Exclude<TranslationState, 'missing'>;
}

/** The same as team and office see it. */
export interface DatedTranslation extends ReadTranslation {
  /** From 1: counts the wordings. */
  readonly number: number;
  readonly writtenAt: Date;
  /** By the team, the last time; null while it has not. */
  readonly confirmedAt: Date | null;
  /** Of the entry when it was confirmed; 0 for a draft. */
  readonly confirmedVersion: number | null;
}

export interface StandingTranslation {
  /** Number of the latest wording, which a new one names as seen; 0 before the first. */
  readonly version: number;
  /** Of the translation. */
  readonly language: EntryLanguage;
  readonly state: TranslationState;
  readonly original: { readonly language: EntryLanguage; readonly title: string; readonly summary: string };
  readonly text: DatedTranslation | null;
  /** Whether judges read the entry now: then its translation stays as it is. */
  readonly isBeingRead: boolean;
}

/** SQL: whether a judging window of a stage in which entry `e` stands is open. */
const isBeingRead = `exists (select from stage_entries x join windows w on w.stage_id = x.stage_id and w.kind = 'judging'
  where x.entry_id = e.id and coalesce(x.outcome, '') not in ('retired', 'forfeit') and window_is_open(w, clock_timestamp()))`;

/**
 * SQL: what readers have of the translation of entry `e`, as JSON; null where there is none.
 *
 * @param standing alias of `entry_translation_standings`
 */
export const readTranslation = (standing: string) =>
  `case when ${standing}.translation_id is not null then jsonb_build_object('language', ${standing}.language,
     'title', ${standing}.title, 'summary', ${standing}.summary, 'author', ${standing}.author,
     'state', ${standing}.state) end`;

type StandingRow = Omit<StandingTranslation, 'text' | 'language'> & {
  readonly text: ReadTranslation | null;
  readonly number: number;
  readonly writtenAt: Date;
  readonly confirmedAt: Date | null;
  readonly confirmedVersion: number | null;
};

/** Nobody opens the judging of a stage in which the entry stands until the transaction ends: no judge begins to read. */
export async function holdReaders(manager: EntityManager, entryId: string): Promise<void> {
  await manager.query(
    `select from windows where kind = 'judging' and stage_id in (select stage_id from stage_entries where entry_id = $1)
     order by id for share`,
    [entryId],
  );
}

/** How the translation of an entry stands. */
export async function standingTranslation(manager: EntityManager, entryId: string): Promise<StandingTranslation> {
  const rows = await manager.query<StandingRow[]>(
    `select coalesce((select max(t.number) from entry_translations t where t.entry_id = e.id), 0) as version,
       s.state, s.number, s.written_at as "writtenAt", s.confirmed_at as "confirmedAt",
       s.confirmed_version as "confirmedVersion", ${readTranslation('s')} as text, ${isBeingRead} as "isBeingRead",
       json_build_object('language', e.language, 'title', e.title, 'summary', e.summary) as original
     from entries e join entry_translation_standings s on s.entry_id = e.id where e.id = $1`,
    [entryId],
  );
  const { text, number, writtenAt, confirmedAt, confirmedVersion, ...row } = rows[0] as StandingRow;
  return {
    ...row,
    language: row.original.language === 'zh' ? 'en' : 'zh',
    text: text && { ...text, number, writtenAt, confirmedAt, confirmedVersion },
  };
}

/**
 * Entries that can be read in a language: its original is in it, or a translation into it that the team has confirmed and
 * that renders what the original says now.
 *
 * @param entryIds uuids of entries
 * @returns those of them
 */
export async function entriesReadableIn(
  manager: EntityManager,
  entryIds: readonly string[],
  language: EntryLanguage,
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ id: string }[]>(
    `select entry_id as id from entry_translation_standings
     where entry_id = any ($1) and (original_language = $2 or (language = $2 and state = 'confirmed'))`,
    [entryIds, language],
  );
  return new Set(rows.map(({ id }) => id));
}
