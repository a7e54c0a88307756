import type { StageRules } from '../contest/stage-rules.js';
import type { StageTallyContext } from '../scoring/stage-tally-types.js';
import type { TallySheet } from '../scoring/tally-input.js';
import { type AnalysedStage, analysedStage } from './analysed-stage.js';
import type { StageAnalysis } from './analysis-document.js';
import type { AnalysisDetails } from './analysis-input.js';
import type { ClosedAnalysis } from './closed-analysis.js';
import { coverage } from './coverage.js';
import { groupAnalysis } from './group-analysis.js';
import { methodTallies } from './method-tallies.js';
import { panelEstimate } from './panel-estimate.js';
import { roundedFigures } from './rounded-figures.js';
import { scaleUse } from './scale-use.js';
import { scoreGaps } from './score-gaps.js';

/**
 * What is known of a stage beside its result, as a document of plain JSON: what rules may open before the list is
 * frozen, and what is closed until then. The same inputs give the same document, in whatever order they are read;
 * every number is cut to 9 decimals.
 *
 * @param rules validated by `validateStageRules`
 * @param sheets as `stageTally` takes them
 * @param context the tally's; its `groups` say who is ranked apart
 * @throws DomainError as `stageTally` by the declared method; another method's refusal is a part of the document
 */
export function stageAnalysis(
  rules: StageRules,
  sheets: readonly TallySheet[],
  context: StageTallyContext,
  details: AnalysisDetails,
): StageAnalysis {
  const stage = analysedStage(rules, sheets, context, details);
  return roundedFigures({
    schema: 1,
    entries: stage.entries,
    judges: stage.judges,
    open: { coverage: coverage(stage), gaps: scoreGaps(stage), scaleUse: scaleUse(stage) },
    closed: details.wantsClosed ? closedAnalysis(stage) : null,
  });
}

function closedAnalysis(stage: AnalysedStage): ClosedAnalysis {
  const tallies = methodTallies(stage);
  const scored = new Set(stage.totals.map(({ entry }) => entry));
  const groups = new Set(tallies[0]?.rows.flatMap(({ entry, group }) => (scored.has(entry) ? [group] : [])));
  if (groups.size === 0) return { groups: [] };
  const panel = panelEstimate(stage);
  return { groups: [...groups].map((group) => groupAnalysis(stage, { tallies, panel }, group)) };
}
