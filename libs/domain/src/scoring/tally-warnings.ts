import type { EntryScore } from './entry-score.js';
import type { TableEntry } from './score-table.js';
import type { TallyWarning } from './tally-result.js';

/** One warning for each criterion that some, but not all, scored entries lack entirely. */
export function notApplicableWarnings({
  criteria,
  entries,
}: {
  readonly criteria: readonly { readonly key: string }[];
  readonly entries: readonly Pick<TableEntry, 'entry' | 'applicable'>[];
}): TallyWarning[] {
  // What was not scored at all lacks no criterion more than another.
  const scored = entries.filter(({ applicable }) => applicable.length > 0);
  return criteria.flatMap(({ key }, index) => {
    const lacking = scored.filter(({ applicable }) => !applicable.includes(index)).map(({ entry }) => entry);
    if (lacking.length === 0) return [];
    return [{ code: 'criterion-not-applicable', entries: lacking, details: { criterion: key } } as const];
  });
}

/** How an entry was scored, as far as a warning may say so. */
export interface EntryOutcome extends Pick<EntryScore, 'fallback' | 'leavesFew' | 'refusal'> {
  /** Null where there is no score. */
  readonly exact: unknown;
}

/** Entries that were scored by the fallback, refused by it, trimmed to next to nothing, or not scored at all. */
export function outcomeWarnings(
  scored: readonly {
    readonly row: Pick<TableEntry, 'entry'>;
    readonly score: EntryOutcome;
  }[],
): TallyWarning[] {
  const entriesWhere = (holds: (score: EntryOutcome) => boolean) =>
    scored.filter(({ score }) => holds(score)).map(({ row }) => row.entry);
  const warnings: TallyWarning[] = [
    ...(['mean', 'median'] as const).map((fallback) => ({
      code: 'trim-fallback-used' as const,
      entries: entriesWhere((score) => score.fallback === fallback),
      details: { fallback },
    })),
    {
      code: 'too-few-scores-to-trim',
      entries: entriesWhere((score) => score.fallback === 'refuse'),
      details: {},
    },
    { code: 'small-trimmed-panel', entries: entriesWhere((score) => score.leavesFew ?? false), details: {} },
    {
      code: 'entry-insufficient',
      entries: entriesWhere((score) => score.exact === null && score.fallback !== 'refuse' && !score.refusal),
      details: {},
    },
  ];
  return warnings.filter(({ entries }) => entries.length > 0);
}
