import type { Rational } from '../../decimal/rational.js';
import type { SheetDesign } from '../../severity/sheet-design.js';
import type { ModelScores, SheetContributions } from '../scoring-method.js';
import type { TallyComponent, TallyWarning } from '../tally-result.js';
import type { SafeFraction } from './safe-fraction.js';
import { ExactFigures } from './exact-figures.js';

/** What was done to score an entry. */
export const scoreFlags = { mean: 1, median: 2, refuse: 4, leavesFew: 8, refused: 16 } as const;

/** Scores by index of the entry in the columns, not yet ranked. */
export class ColumnarScores {
  readonly figures: ExactFigures;
  /** Counted sheets. */
  readonly sheets: Int32Array;
  /** NaN where there is none. */
  readonly standardErrors: Float64Array;
  readonly flags: Uint8Array;
  /** Only of a method that has them. */
  readonly tieBreaks = new Map<number, Rational>();
  /** Full doubles of a model; null of any other method. */
  modelScores: Float64Array | null = null;
  model: ModelScores | null = null;
  /** By sheet of the design; null of a method whose scores are no means. */
  contributions: SheetContributions | null = null;
  /** What a method that sees all sheets worked on. */
  design: SheetDesign | null = null;
  /** The parts between which scores may not be compared; null where all may. */
  parts: readonly TallyComponent[] | null = null;
  warnings: readonly TallyWarning[] = [];

  constructor(entries: number, places: number | undefined) {
    this.figures = new ExactFigures(entries, places);
    this.sheets = new Int32Array(entries);
    this.standardErrors = new Float64Array(entries).fill(NaN);
    this.flags = new Uint8Array(entries);
  }

  set(
    entry: number,
    score: {
      readonly exact: SafeFraction | Rational | null;
      readonly standardError: number | null;
      readonly fallback: 'mean' | 'median' | 'refuse' | null;
      readonly leavesFew?: boolean;
    },
  ): void {
    this.figures.set(entry, score.exact);
    this.standardErrors[entry] = score.standardError ?? NaN;
    this.flags[entry] =
      (score.fallback === null ? 0 : scoreFlags[score.fallback]) |
      (score.leavesFew === true ? scoreFlags.leavesFew : 0);
  }
}
