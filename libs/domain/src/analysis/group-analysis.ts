import { sheetDesign } from '../severity/sheet-design.js';
import type { AnalysedStage } from './analysed-stage.js';
import { affinitySections } from './affinity-sections.js';
import type { AnalysisWarning, GroupAnalysis } from './closed-analysis.js';
import { declaredEstimate } from './declared-estimate.js';
import { heatMap } from './heat-map.js';
import { judgeAnalyses, reliabilitySection } from './judge-analyses.js';
import { numberOfToken } from './judge-numbers.js';
import { judgeSeverity } from './judge-severity.js';
import { methodColumns } from './method-columns.js';
import type { MethodTally } from './method-tallies.js';
import { sensitivitySection } from './sensitivity-section.js';
import { uncertaintySection } from './uncertainty-section.js';

/** All about one group of entries that are ranked against each other; it has at least one sheet. */
export function groupAnalysis(stage: AnalysedStage, tallies: readonly MethodTally[], group: string): GroupAnalysis {
  const { details, indexOf, rules } = stage;
  const rows = (tallies[0]?.rows ?? []).filter((row) => row.group === group);
  const entries = rows.map(({ entry }) => entry);
  const members = new Set(entries);
  const totals = stage.totals.filter(({ entry }) => members.has(entry));
  const design = sheetDesign(totals.map((sheet) => ({ ...sheet, total: sheet.total.toNumber() })));
  const lines = details.lines[group] ?? [];
  const places = [...new Set(lines.map(({ after }) => after))].sort((left, right) => left - right);
  const severity = judgeSeverity(design);
  const judges = design.judges.length;
  return {
    group,
    name: details.groupNames[group] ?? null,
    entries: entries.map((entry) => indexOf.get(entry) ?? 0),
    lines,
    methods: methodColumns(tallies, entries, places, indexOf),
    uncertainty: uncertaintySection({
      ...{ design, entries, places, indexOf },
      estimate: declaredEstimate(stage, design, rows),
      seed: Number.parseInt(details.inputsHash.slice(0, 8), 16),
      decimals: rules.rounding.total,
    }),
    reliability: reliabilitySection(design, severity),
    judges: judgeAnalyses(stage, design, severity),
    affinity: affinitySections(stage, design),
    sensitivity: sensitivitySection({ stage, rows, totals, judges, places }),
    warnings: groupWarnings(tallies, members, indexOf),
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
