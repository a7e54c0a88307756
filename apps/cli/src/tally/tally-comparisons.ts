import type { ScoreEstimate, TallyEntry, TallyResult } from '#domain';
import { DomainError } from '#domain/errors/domain-error';
import { tallyPairs } from '#domain/scoring/tally-pairs';
import { estimateWithoutErrors } from '#domain/uncertainty/estimate-without-errors';
import type { FilePairs } from './reading/pair-builder.js';
import { InputRefused } from './refusals.js';
import type { Tallied } from './tallied.js';
import type { TallyRequest } from './tally-request.js';

/** @throws InputRefused where the comparisons have no finite fit. */
export function tallyComparisons(file: string, pairs: FilePairs, request: TallyRequest): Tallied {
  const result = tallied(file, pairs, request);
  const entries = inOrderOfInput(result.entries, pairs.entries);
  return {
    ...result,
    rows: { count: entries.length, rowAt: (place) => entries[place]!, criteriaAt: () => ({}) },
    criteria: [{ key: '', factor: '1' }],
    components: () => result.components,
    judges: [],
    estimate: () => ({ estimate: result.estimate ?? withoutErrors(entries), design: null }),
  };
}

function tallied(file: string, { comparisons }: FilePairs, request: TallyRequest): TallyResult {
  try {
    return tallyPairs({ ...request, comparisons });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'pairs-separated') throw error;
    const groups = error.details.groups as readonly (readonly string[])[];
    const [first = [], second = []] = groups;
    const reason = `some entries only win or only lose against others (${quoted(first)} against ${quoted(second)}; ${String(error.details.count)} groups in all)`;
    throw new InputRefused(
      { file },
      `${reason}, so that no finite abilities fit best; add comparisons, or state --prior SD`,
    );
  }
}

function quoted(names: readonly string[]): string {
  return `"${names[0]}"${names.length > 1 ? ` and ${names.length - 1} more` : ''}`;
}

/** Ranks first; the print order of tied rows, and of rows without a rank, is that of the file. */
function inOrderOfInput(entries: readonly TallyEntry[], order: readonly string[]): TallyEntry[] {
  const positions = new Map(order.map((entry, index) => [entry, index]));
  const positionOf = ({ entry }: TallyEntry) => positions.get(entry) ?? 0;
  const rankOf = ({ rank }: TallyEntry) => rank ?? Number.MAX_VALUE;
  return [...entries].sort((a, b) => rankOf(a) - rankOf(b) || positionOf(a) - positionOf(b));
}

function withoutErrors(entries: readonly TallyEntry[]): ScoreEstimate {
  return estimateWithoutErrors(
    entries.map(({ entry }) => entry),
    Float64Array.from(entries, ({ score }) => Number(score ?? NaN)),
  );
}
