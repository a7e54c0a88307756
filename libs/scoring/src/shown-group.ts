import {
  type AffinityAttribute,
  type AffinitySection,
  type AnalysisWarning,
  type BilingualText,
  type GroupAnalysis,
  type TallyWarning,
  tallyWarningText,
} from '#domain';
import { countryOrRegion } from '#submission';
import type { AnalysedEntry, NamedAffinity, SaidWarning, ShownGroup } from './analysis-view.js';

/** Names of award tiers, by key. */
export type TierNames = Readonly<Record<string, BilingualText>>;

/** A group as it is read: without its heat map, with the names and sentences that people read. */
export function shownGroup(group: GroupAnalysis, entries: readonly AnalysedEntry[], tierNames: TierNames): ShownGroup {
  const { name, lines, methods, uncertainty, reliability, judges, affinity, sensitivity, warnings } = group;
  return {
    ...{ group: group.group, name, entries: group.entries, methods },
    lines: lines.map((line) => ({ ...line, name: (line.key !== null && tierNames[line.key]) || null })),
    ...{ uncertainty, reliability, judges, sensitivity },
    affinity: affinity.map(named),
    warnings: warnings.map((warning) => said(warning, entries)),
  };
}

function named({ tests, ...section }: AffinitySection): NamedAffinity {
  return { ...section, tests: tests.map((test) => ({ ...test, name: nameOf(section.attribute, test.value) })) };
}

function nameOf(attribute: AffinityAttribute, value: string): BilingualText {
  const known = attribute === 'country-or-region' ? countryOrRegion(value)?.name : undefined;
  return known ?? { zh: value, en: value };
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
