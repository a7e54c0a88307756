import type { StageRules } from '../contest/stage-rules.js';
import type { MethodOptions } from '../scoring/method-options.js';
import { isScoringMethodKey, type ScoringMethodKey } from '../scoring/scoring-methods.js';
import type { Rounding } from '../scoring/tally-input.js';

/** A method that is set beside the declared one, with all that it is computed by. */
export interface MethodCandidate {
  readonly id: string;
  readonly method: ScoringMethodKey;
  readonly options: MethodOptions;
  readonly rounding: Rounding;
  /** False: its scores are no points, which no other component can be added to. */
  readonly isInPoints: boolean;
}

interface Other {
  readonly method: string;
  readonly options: MethodOptions;
  readonly isInPoints: boolean;
}

/** Shares and wins are told apart by more digits than points. */
const placesOfShares = 6;

const others: readonly Other[] = [
  { method: 'mean', options: {}, isInPoints: true },
  { method: 'median', options: {}, isInPoints: true },
  { method: 'trimmed-mean', options: { trim: 1, trimBy: 'sheet', trimFallback: 'mean' }, isInPoints: true },
  { method: 'standardised', options: { rescale: true }, isInPoints: true },
  { method: 'severity-adjusted', options: { effects: 'fixed' }, isInPoints: true },
  { method: 'severity-adjusted', options: { effects: 'random' }, isInPoints: true },
  { method: 'borda', options: {}, isInPoints: false },
  { method: 'copeland', options: {}, isInPoints: false },
];

/** The declared method, then the others of the usual set; the same method does not stand twice. */
export function methodCandidates({ method, rounding }: StageRules): MethodCandidate[] {
  const declaredId = columnId(method.key, method.options);
  const isInPoints = others.every((other) => other.method !== method.key || other.isInPoints);
  const declared = { id: declaredId, method: method.key, options: method.options, rounding, isInPoints };
  const missing = method.options.missing === 'renormalise' ? 'renormalise' : 'exclude-sheet';
  return [
    declared,
    ...others.flatMap((other) => {
      const id = columnId(other.method, other.options);
      if (id === declaredId || !isScoringMethodKey(other.method)) return [];
      const places = other.isInPoints ? rounding.total : placesOfShares;
      return [
        {
          ...{ id, method: other.method, isInPoints: other.isInPoints },
          options: { ...other.options, missing },
          rounding: places === undefined ? {} : { total: places },
        } as const,
      ];
    }),
  ];
}

function columnId(method: string, { effects = 'random' }: MethodOptions): string {
  return method === 'severity-adjusted' ? `${method}:${effects}` : method;
}
