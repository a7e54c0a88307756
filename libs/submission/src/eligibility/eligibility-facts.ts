import type { EntityManager } from 'typeorm';
import type { EligibilityFacts, EligibilityOutcome, TranslationState } from '#domain';

export interface FactsRow {
  readonly id: string;
  readonly publicId: string;
  readonly number: number;
  readonly title: string;
  readonly language: 'zh' | 'en';
  readonly translation: TranslationState;
  readonly facts: EligibilityFacts;
}

interface StoredFacts extends Omit<FactsRow, 'facts'> {
  readonly entryState: 'submitted' | 'withdrawn';
  readonly version: number;
  readonly isAdmitted: boolean;
  readonly outcome: EligibilityOutcome | null;
  readonly checkedVersion: number;
  readonly checkedBy: string;
  readonly correctUntil: Date | null;
}

/** Which entries of an edition are looked for: a track with all below it, part of a title, or a number. */
export interface EligibilityFilter {
  readonly trackKey?: string;
  readonly q?: string;
  readonly translation?: TranslationState;
  readonly publicIds?: readonly string[];
  /** Whose ties leave entries out; nobody's where it is undefined. */
  readonly reader?: string;
}

/**
 * What the rules have to know of submitted (and, by name, withdrawn) entries, by number, with the database's time.
 */
export async function eligibilityFacts(
  manager: EntityManager,
  editionId: string,
  { trackKey, q = '', translation, publicIds, reader }: EligibilityFilter,
): Promise<{ readonly now: Date; readonly rows: readonly FactsRow[] }> {
  const stored = await manager.query<StoredFacts[]>(
    `with recursive within as (
       select id from tracks where edition_id = $1 and ($2::text is null or key = $2)
       union select t.id from tracks t join within w on t.parent_id = w.id
     )
     select e.id, e.public_id as "publicId", e.number, e.title, e.language, s.state as translation,
       e.state as "entryState",
       (select max(v.number) from entry_versions v where v.entry_id = e.id) as version,
       exists (select from stage_entries x where x.entry_id = e.id) as "isAdmitted",
       c.outcome, c.entry_version as "checkedVersion", c.checked_by as "checkedBy", c.correct_until as "correctUntil"
     from entries e join entry_translation_standings s on s.entry_id = e.id left join lateral (select * from eligibility_checks k where k.entry_id = e.id
       order by k.number desc limit 1) c on true
     where e.edition_id = $1 and e.track_id in (select id from within)
       and case when $4::uuid[] is null then e.state = 'submitted' else e.public_id = any ($4) and e.state <> 'draft' end
       and ($3 = '' or e.number::text = $3 or position(lower($3) in lower(e.title)) > 0)
       and ($5::text is null or s.state = $5) and e.id not in (select conflicted_entries($6))
     order by e.number`,
    [editionId, trackKey ?? null, q.trim(), publicIds ?? null, translation ?? null, reader ?? null],
  );
  const [clock] = await manager.query<{ now: Date }[]>('select clock_timestamp() as now');
  return { now: clock?.now ?? new Date(NaN), rows: stored.map(toRow) };
}

/**
 * Lets no team change these entries until the transaction ends. What is known of them is read afterwards: a statement
 * that waits would see other tables as they were before.
 */
export async function holdEntries(manager: EntityManager, publicIds: readonly string[]): Promise<void> {
  await manager.query('select from entries where public_id = any ($1) order by id for update', [publicIds]);
}

function toRow(stored: StoredFacts): FactsRow {
  const { id, publicId, number, title, language, translation, entryState, version, isAdmitted, outcome } = stored;
  const { checkedVersion, checkedBy, correctUntil } = stored;
  const latest = outcome && { outcome, version: checkedVersion, checkedBy, correctUntil };
  return { id, publicId, number, title, language, translation, facts: { entryState, version, isAdmitted, latest } };
}
