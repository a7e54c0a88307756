import { fitFixedEffects } from '../severity/fixed-effects.js';
import { type JudgeGraph, judgeGraph, weakConnectivity } from '../severity/judge-graph.js';
import { fitRandomEffects } from '../severity/random-effects.js';
import type { SeverityFit } from '../severity/severity-fit.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import { fitWarnings } from './fit-warnings.js';
import type { MethodOptions } from './method-options.js';
import type { ModelMethod, ModelScores } from './scoring-method.js';
import type { TallyWarning } from './tally-result.js';

/** Scores adjusted for how severe the judges of each entry are, by fixed or by random effects. */
export const severityAdjustedMethod: ModelMethod = {
  kind: 'model',
  inputs: ['sheets'],
  options: ['effects'],
  fit: adjustedScores,
};

function adjustedScores(design: SheetDesign, { effects = 'random' }: MethodOptions): ModelScores {
  const fit = effects === 'fixed' ? fitFixedEffects(design) : fitRandomEffects(design);
  const { estimate, judgeEffects, judgeErrors, variance, intercept, remlCriterion } = fit;
  const graph = judgeGraph(design);
  return {
    scores: estimate.scores,
    estimate,
    judges: design.judges.map((_, judge) => ({
      effect: judgeEffects[judge] ?? NaN,
      standardError: judgeErrors[judge] ?? NaN,
    })),
    parts: graph.components.length > 1 ? graph.components : null,
    ...(variance === null ? {} : { variance }),
    ...(intercept === null ? {} : { intercept }),
    ...(remlCriterion === null ? {} : { remlCriterion }),
    warnings: [...graphWarnings(graph), ...limitationWarnings(fit), ...fitWarnings(fit.convergence)],
  };
}

/** What the judge × entry graph says of the comparisons that rest on it. */
function graphWarnings({ bridges, connectivity }: JudgeGraph): TallyWarning[] {
  const warnings: TallyWarning[] = [];
  if (bridges.length > 0) {
    warnings.push({
      code: 'bridge',
      entries: [...new Set(bridges.map(({ entry }) => entry))],
      judges: [...new Set(bridges.map(({ judge }) => judge))],
      details: { sheets: bridges.length },
    });
  }
  if (connectivity < weakConnectivity) {
    warnings.push({ code: 'weak-link', entries: [], details: { connectivity: Number(connectivity.toPrecision(2)) } });
  }
  return warnings;
}

/** Of random effects: why they say less than usual. */
function limitationWarnings(fit: SeverityFit & { readonly limitation?: string | null }): TallyWarning[] {
  const { limitation } = fit;
  return limitation ? [{ code: 'severity-limited', entries: [], details: { limitation } }] : [];
}
