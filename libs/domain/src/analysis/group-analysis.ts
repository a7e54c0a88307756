import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { analysedGroup } from './analysed-group.js';
import type { AnalysedStage } from './analysed-stage.js';
import { affinitySections } from './affinity-sections.js';
import type { AnalysisWarning, GroupAnalysis } from './closed-analysis.js';
import { declaredUncertainty } from './declared-uncertainty.js';
import { heatMap } from './heat-map.js';
import { judgeAnalyses, reliabilitySection } from './judge-analyses.js';
import { numberOfToken } from './judge-token.js';
import { judgeSeverity } from './judge-severity.js';
import { methodColumns } from './method-columns.js';
import type { MethodTally } from './method-tallies.js';
import { sensitivitySection } from './sensitivity-section.js';

/** What is computed once for all groups of a stage. */
export interface StageFigures {
  readonly tallies: readonly MethodTally[];
  /** From `panelEstimate`. */
  readonly panel: ScoreEstimate;
}

/** All about one group of entries that are ranked against each other; it has at least one sheet. */
export function groupAnalysis(stage: AnalysedStage, { tallies, panel }: StageFigures, group: string): GroupAnalysis {
  const { details, indexOf } = stage;
  const own = analysedGroup(stage, tallies[0]?.rows ?? [], group);
  const { rows, entries, totals, design, lines, places } = own;
  const severity = judgeSeverity(design);
  const judges = design.judges.length;
  return {
    group,
    name: details.groupNames[group] ?? null,
    entries: entries.map((entry) => indexOf.get(entry) ?? 0),
    lines,
    methods: methodColumns(tallies, entries, places, indexOf),
    uncertainty: declaredUncertainty(stage, panel, own),
    reliability: reliabilitySection(design, severity),
    judges: judgeAnalyses(stage, design, severity),
    affinity: affinitySections(stage, design),
    sensitivity: sensitivitySection({ stage, rows, totals, judges, places }),
    warnings: groupWarnings(tallies, new Set(entries), indexOf),
    heatMap: heatMap(totals, indexOf),
  };
}

/** Those of the declared method, and what other methods add; one about other groups alone is left to them. */
function groupWarnings(
  tallies: readonly MethodTally[],
  members: ReadonlySet<string>,
  indexOf: ReadonlyMap<string, number>,
): AnalysisWarning[] {
  const known = new Set<string>();
  return tallies.flatMap(({ id, warnings }) =>
    warnings.flatMap(({ code, entries, judges = [], details }) => {
      const own = entries.filter((entry) => members.has(entry));
      const said = `${code} ${own.join()} ${judges.join()}`;
      if ((entries.length > 0 && own.length === 0) || known.has(said)) return [];
      known.add(said);
      return [
        {
          ...{ method: id, code, details },
          ...{ entries: own.map((entry) => indexOf.get(entry) ?? 0), judges: judges.map(numberOfToken) },
        },
      ];
    }),
  );
}
