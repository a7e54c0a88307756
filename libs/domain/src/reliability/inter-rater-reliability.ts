import type { SheetDesign } from '../severity/sheet-design.js';
import type { VarianceComponents } from '../severity/severity-fit.js';
import { belowFloor, type Figure, shownFigure, withheldFigure } from './floors.js';
import {
  harmonicMeanSheets,
  panelConsistency,
  panelReliability,
  singleJudgeReliability,
} from './intraclass-correlation.js';
import { judgesNeeded } from './judges-needed.js';
import { type Concordance, kendallsW } from './kendalls-w.js';
import { isCrossed } from './two-way-mean-squares.js';

/** How far a stage's judges agree; each figure is withheld below its floor. */
export interface InterRaterReliability {
  /** ICC(2,1). */
  readonly singleJudge: Figure<number>;
  /** ICC(2,k) with k = `sheetsPerEntry`. */
  readonly panel: Figure<number>;
  /** ICC(C,k), where all entries share one panel. */
  readonly consistency: Figure<number>;
  /** Harmonic mean of sheets an entry. */
  readonly sheetsPerEntry: number;
  /** Judges an entry needs for `target`; null: no number suffices. */
  readonly judgesNeeded: Figure<number | null>;
  readonly target: number;
  readonly concordance: Figure<Concordance>;
}

/**
 * @param design at least one sheet
 * @param variance by REML; null where none was estimated
 * @param target reliability for `judgesNeeded`
 */
export function interRaterReliability(
  design: SheetDesign,
  variance: VarianceComponents | null,
  target = 0.8,
): InterRaterReliability {
  const counts = { entries: design.entries.length, judges: design.judges.length };
  const sheetsPerEntry = harmonicMeanSheets(design);
  const fromVariance = <T>(figure: (components: VarianceComponents) => T): Figure<T> => {
    if (!variance) return withheldFigure('variance-not-estimated');
    const { entry, judge, residual } = variance;
    return entry + judge + residual > 0 ? shownFigure(figure(variance)) : withheldFigure('no-differences');
  };
  const crossed = <T>(figure: () => T | null): Figure<T> => {
    if (!isCrossed(design)) return withheldFigure('panels-not-crossed');
    const value = figure();
    return value === null ? withheldFigure('no-differences') : shownFigure(value);
  };
  const tooFew = belowFloor('intraclass-correlation', counts);
  return {
    singleJudge: tooFew ?? fromVariance(singleJudgeReliability),
    panel: tooFew ?? fromVariance((components) => panelReliability(components, sheetsPerEntry)),
    consistency: tooFew ?? crossed(() => panelConsistency(design)),
    sheetsPerEntry,
    judgesNeeded:
      belowFloor('judges-needed', counts) ??
      fromVariance((components) => judgesNeeded(singleJudgeReliability(components), target)),
    target,
    concordance: belowFloor('kendalls-w', counts) ?? crossed(() => kendallsW(design)),
  };
}
