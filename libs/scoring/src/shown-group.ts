import { type AnalysisWarning, type GroupAnalysis, type TallyWarning, tallyWarningText } from '#domain';
import type { AnalysedEntry, SaidWarning, ShownGroup } from './analysis-view.js';

/** A group as it is read: without its heat map, its warnings in sentences that name entries as people do. */
export function shownGroup(group: GroupAnalysis, entries: readonly AnalysedEntry[]): ShownGroup {
  const { name, lines, methods, uncertainty, reliability, judges, affinity, sensitivity, warnings } = group;
  return {
    ...{ group: group.group, name, entries: group.entries, lines, methods },
    ...{ uncertainty, reliability, judges, affinity, sensitivity },
    warnings: warnings.map((warning) => said(warning, entries)),
  };
}

function said(warning: AnalysisWarning, entries: readonly AnalysedEntry[]): SaidWarning {
  const { method, code, details } = warning;
  const named: TallyWarning = {
    code,
    entries: warning.entries.map((index) => `${entries[index]?.number ?? ''} ${entries[index]?.title ?? ''}`.trim()),
    judges: warning.judges.map(String),
    details,
  };
  const { says, advice } = tallyWarningText(named);
  return { method, code, entries: warning.entries, judges: warning.judges, says, advice };
}
