import {
  type AnalysisDetails,
  hashJson,
  hashTallyInputs,
  type StageAnalysis,
  stageAnalysis,
  type StageRules,
  type StageTallyContext,
  type TallySheet,
} from '#domain';

/** All that an analysis is computed from; plain data, so that another thread can be given it. */
export interface AnalysisJob {
  readonly rules: StageRules;
  readonly rulesHash: string;
  readonly sheets: readonly TallySheet[];
  /** The tally's own. */
  readonly context: StageTallyContext;
  /** Entries ranked apart, for the analysis only. */
  readonly groups: NonNullable<StageTallyContext['groups']>;
  readonly details: AnalysisDetails;
}

export interface AnalysisOutput {
  /** Null where the inputs are no longer those of the run. */
  readonly analysis: StageAnalysis | null;
  /** 64 hex digits. */
  readonly hash: string;
  readonly milliseconds: number;
}

/** The analysis of a run, if what is read is still what the run has read. */
export function analyse({ rules, rulesHash, sheets, context, groups, details }: AnalysisJob): AnalysisOutput {
  const from = performance.now();
  const isCurrent = hashTallyInputs(rulesHash, sheets, context) === details.inputsHash;
  const analysis = isCurrent ? stageAnalysis(rules, sheets, { ...context, groups }, details) : null;
  const hash = analysis ? hashJson(analysis) : '';
  return { analysis, hash, milliseconds: Math.round(performance.now() - from) };
}
