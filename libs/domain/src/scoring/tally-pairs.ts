import { DomainError } from '../errors/domain-error.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import { type PairwiseTable, pairwiseTable } from '../pairwise/pairwise-table.js';
import { roundToNineDecimals } from '../statistics/round-to-nine-decimals.js';
import { connectedComponents } from './connected-components.js';
import { type Figures, modelFigures, tableFigures } from './method-figures.js';
import type { MethodOptions } from './method-options.js';
import { modelResult } from './model-result.js';
import type { PairsInput } from './pairs-input.js';
import { rankedEntries, type UnrankedEntry } from './ranked-entries.js';
import type { ScoringMethod } from './scoring-method.js';
import { scoringMethods } from './scoring-methods.js';
import { tallyOptionProblems } from './tally-option-problems.js';
import type { TallyComponent, TallyResult, TallyWarning } from './tally-result.js';

/**
 * Scores and ranks entries from comparisons of two of them. The result has the shape of `tally`: an entry's `sheets` are
 * its comparisons, there are no judges and no criteria.
 *
 * @throws DomainError `tally-option-invalid` (with `problems`), `comparison-invalid`, or `pairs-separated` where a model
 *   has no finite fit and no prior is stated.
 * @example tallyPairs({ comparisons: [{ winner: 'A', loser: 'B', count: 2 }], method: 'copeland' })
 */
export function tallyPairs({ comparisons, method, options = {}, rounding = {}, ...input }: PairsInput): TallyResult {
  const problems = tallyOptionProblems({ method, options, rounding }, 'pairs');
  if (problems.length > 0) throw new DomainError('tally-option-invalid', { problems });
  const pairs = pairwiseTable(comparisons);
  const { figureOf, model, warnings } = pairFigures(pairs, scoringMethods[method], options);
  const entries = unrankedEntries(pairs, figureOf, input.entries ?? []);
  return {
    entries: rankedEntries(entries, { places: rounding.total, ties: input.ties, isComparable: true }),
    components: comparedComponents(pairs),
    judges: [],
    ...(model ? modelResult(model) : {}),
    warnings: [...warnings, ...insufficientWarnings(entries)],
  };
}

function pairFigures(pairs: PairwiseTable, method: ScoringMethod, options: MethodOptions): Figures {
  if (pairs.entries.length === 0) return modelFigures(null);
  if (method.kind === 'pairwise') return modelFigures(method.fit(pairs, options));
  if (method.kind === 'table' && method.scorePairs) return tableFigures(method.scorePairs(pairs));
  throw new TypeError(`a ${method.kind} method does not score comparisons`);
}

/** In code point order. */
function unrankedEntries(
  { entries, winnerOf, loserOf, counts }: PairwiseTable,
  figureOf: Figures['figureOf'],
  shown: readonly string[],
): UnrankedEntry[] {
  const compared = new Float64Array(entries.length);
  counts.forEach((count, row) => {
    for (const entry of [winnerOf[row] ?? 0, loserOf[row] ?? 0]) compared[entry] = (compared[entry] ?? 0) + count;
  });
  const indexOf = new Map(entries.map((entry, index) => [entry, index]));
  return [...new Set([...entries, ...shown])].sort(compareCodePoints).map((entry) => {
    const index = indexOf.get(entry) ?? -1;
    return {
      entry,
      sheets: roundToNineDecimals(compared[index] ?? 0),
      criteria: {},
      exact: null,
      standardError: null,
      ...figureOf(index),
    };
  });
}

/** Entries that comparisons connect. */
function comparedComponents({ entries, winnerOf, loserOf }: PairwiseTable): TallyComponent[] {
  const ends = Array.from(winnerOf, (winner, row) =>
    [winner, loserOf[row] ?? 0].map((end) => ({ end, link: `${row}` })),
  );
  // Each comparison joins two entries as a judge would; an entry without any stands alone.
  const alone = entries.map((_, end) => ({ end, link: `of ${end}` }));
  const links = [...ends.flat(), ...alone].map(({ end, link }) => ({ entry: entries[end] ?? '', judge: link }));
  return connectedComponents(links).map((component) => ({ entries: component.entries, judges: [] }));
}

function insufficientWarnings(entries: readonly UnrankedEntry[]): TallyWarning[] {
  const lacking = entries.filter(({ exact }) => exact === null).map(({ entry }) => entry);
  return lacking.length > 0 ? [{ code: 'entry-insufficient', entries: lacking, details: {} }] : [];
}
