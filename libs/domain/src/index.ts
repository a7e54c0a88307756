export {
  type AnalysisFigure,
  type AnalysisWithheld,
  type AnalysisWithheldReason,
  analysisWithheldReasons,
} from './analysis/analysis-figure.js';
export type { AnalysisSection, StageAnalysis } from './analysis/analysis-document.js';
export type { AnalysisDetails } from './analysis/analysis-input.js';
export { analysisLines, type LineSource } from './analysis/analysis-lines.js';
export { analysisWithheldTexts } from './analysis/analysis-withheld-texts.js';
export * from './analysis/closed-analysis.js';
export * from './analysis/open-analysis.js';
export { stageAnalysis } from './analysis/stage-analysis.js';
export { advance, type AdvanceEntry, type AdvanceInput, type GroupAdvancement } from './awards/advance.js';
export {
  allocateAwards,
  type AllocatedTier,
  type AwardAllocation,
  type AwardBlocker,
  type AwardCandidate,
  type AwardInput,
  type AwardTier,
} from './awards/allocate-awards.js';
export * from './blind/blind-file-name.js';
export * from './blind/identifying-terms.js';
export { hashStageRules } from './contest/hash-stage-rules.js';
export * from './contest/stage-rules.js';
export { validateStageRules } from './contest/validate-stage-rules.js';
export * from './file/file-name.js';
export { cleanAnswer, cleanLine, cleanText } from './text/clean-text.js';
export * from './file/file-state.js';
export * from './file/removed-metadata.js';
export * from './file/viewing-copy.js';
export { formatFixed } from './decimal/format-fixed.js';
export {
  decimalFault,
  type DecimalFault,
  decimalLengthLimit,
  isDecimalString,
  parseDecimal,
} from './decimal/parse-decimal.js';
export { Rational } from './decimal/rational.js';
export { roundHalfAwayFromZero } from './decimal/round-half-away-from-zero.js';
export { toDecimalString } from './decimal/to-decimal-string.js';
export {
  defaultEligibilitySetting,
  type EligibilityItem,
  type EligibilitySetting,
  eligibilitySettingProblems,
} from './eligibility/eligibility-setting.js';
export * from './eligibility/due-diligence.js';
export {
  decideEligibility,
  type EligibilityDecision,
  eligibilityDecisions,
  type EligibilityFacts,
  type EligibilityOutcome,
  type EligibilityRefusal,
  type EligibilityState,
  eligibilityState,
  eligibilityStates,
  openDecisions,
} from './eligibility/eligibility-state.js';
export {
  correctionLimitDays,
  type EligibilityNote,
  type EligibilityVerdict,
  noteProblems,
  verdictProblems,
} from './eligibility/eligibility-verdict.js';
export * from './duplicate/compare-entries.js';
export * from './duplicate/duplicate-strength.js';
export * from './duplicate/name-reading.js';
export * from './duplicate/title-similarity.js';
export * from './entry/entry-timeline.js';
export * from './entry/translation.js';
export { DomainError, type ErrorDetails } from './errors/domain-error.js';
export {
  type DomainErrorCode,
  domainErrorCodes,
  type FieldProblemCode,
  fieldProblemCodes,
} from './errors/error-codes.js';
export { type FieldProblem, fieldProblem } from './errors/field-problem.js';
export { fieldProblemTexts } from './errors/field-problem-texts.js';
export { type AnswerChange, answerChanges } from './form/answer-changes.js';
export { compactPhone, isEmail, isPhone } from './form/contact.js';
export { defaultForm } from './form/default-form.js';
export * from './form/form-definition.js';
export {
  type CoreAnswers,
  type GivenAnswers,
  isAnswered,
  isRequired,
  keptAnswers,
  readableFields,
  type Reader,
  type VisibleSection,
  visibleSections,
} from './form/form-visibility.js';
export * from './organisation/organisation-name.js';
export * from './organisation/organisation-relation.js';
export { isUnifiedSocialCreditCode } from './form/unified-social-credit-code.js';
export {
  draftProblems,
  type EntryFill,
  entryProblems,
  formProgress,
  type SectionProgress,
} from './form/validate-answers.js';
export { validateForm } from './form/validate-form.js';
export { escapeFormula, withoutEscape } from './export/formula-escape.js';
export { entryCells } from './import/entry-cells.js';
export { cellFields, coreEntryTargets, entryTargets, formTargetPrefix } from './import/entry-targets.js';
export type { CellField, CellNames } from './import/form-cell.js';
export * from './import/import-outline.js';
export * from './import/import-target.js';
export * from './import/imported-entry.js';
export * from './import/imported-judge.js';
export * from './import/imported-organisation.js';
export * from './import/imported-person.js';
export * from './import/imported-problem.js';
export { type ImportedLanding, landingTargets } from './import/landing-cells.js';
export { type ImportedMember } from './import/people-cells.js';
export { readLines, writeLines } from './import/lines-cell.js';
export { choicesText, findName, type NamedKey, nameTable, type NameTable } from './import/name-table.js';
export { readBoolean, readDay, readPhone } from './import/cell-values.js';
export { type BothCells, type CellProblem, earlierRows, importLine, RowCells, sameCells } from './import/row-cells.js';
export type { ImportedTranslation } from './import/translation-cells.js';
export { headerKey, type SavedColumns, suggestColumns, suggestTargets } from './import/suggest-columns.js';
export { canonicalJson } from './hashing/canonical-json.js';
export { hashJson } from './hashing/hash-json.js';
export { sha256Hex } from './hashing/sha256-hex.js';
export { compareCodePoints } from './identifier/compare-code-points.js';
export * from './landing/landing-signals.js';
export * from './roster/judge-commitment.js';
export * from './roster/judge-roster.js';
export { countsAsLandingIntent, type LandingStanding } from './landing/landing-standing.js';
export * from './landing/suggest-landing-intent.js';
export { type LedgerEventKind, ledgerEventKinds } from './ledger/event-kinds.js';
export {
  ledgerAlgorithms,
  type LedgerEvent,
  ledgerEvent,
  type LedgerEventInput,
  ledgerSchema,
  type LedgerValue,
} from './ledger/ledger-event.js';
export { saltBytes, saltedCommitment } from './ledger/salted-commitment.js';
export { type BradleyTerryFit, type BradleyTerryOptions, fitBradleyTerry } from './pairwise/bradley-terry.js';
export { copelandFromPairs, type PairwiseCopeland } from './pairwise/copeland.js';
export { type Comparison, type PairwiseTable, pairwiseTable } from './pairwise/pairwise-table.js';
export { plainBradleyTerry } from './pairwise/shadow/plain-bradley-terry.js';
export { breakTies, type TieLadder, type TiePlace } from './ranking/break-ties.js';
export type { TieCandidate, TieCriterion } from './ranking/computed-tie-keys.js';
export { type RankConvention, rankConventions, rankEntries } from './ranking/rank-entries.js';
export type { TieDecision } from './ranking/tie-decision.js';
export type { AddedEffect } from './reliability/added-effect.js';
export {
  affinityBias,
  type AffinityBias,
  type AffinityOptions,
  type AffinityPair,
  type AffinityTest,
  type WithheldAffinity,
} from './reliability/affinity-bias.js';
export {
  type Figure,
  type Floor,
  type ReliabilityFigure,
  reliabilityFloors,
  type Withheld,
  type WithheldReason,
  withheldReasons,
} from './reliability/floors.js';
export { type InterRaterReliability, interRaterReliability } from './reliability/inter-rater-reliability.js';
export {
  type JudgeEffect,
  type JudgeSpread,
  judgeStatistics,
  type JudgeStatistics,
  type JudgeStatisticsInput,
} from './reliability/judge-statistics.js';
export { judgesNeeded } from './reliability/judges-needed.js';
export { type Concordance, kendallsW } from './reliability/kendalls-w.js';
export type { ResidualStatistics } from './reliability/residual-statistics.js';
export { sheetCovariate } from './reliability/sheet-covariate.js';
export { withheldTexts } from './reliability/withheld-texts.js';
export type { ScoreSheetInput, ScoreSheetMode } from './rubric/score-sheet.js';
export { type SheetTotal, sheetTotal } from './rubric/sheet-total.js';
export { defaultStep, validateScoreSheet } from './rubric/validate-score-sheet.js';
export { type ColumnRole, columnRolesOf } from './score-file/column-role.js';
export { readScoreFile, type ScoreFileOptions } from './score-file/read-score-file.js';
export type { FileColumn, FileEntry, ScoreFile, ScoreFileReading, ScoreGrid } from './score-file/score-file.js';
export { type ScoreFileProblem, scoreFileProblemTexts } from './score-file/score-file-problem.js';
export { type ArrangedSheets, arrangeSheets, type ScoreClash } from './scoring/columnar/arrange-sheets.js';
export type { ColumnarEstimate } from './scoring/columnar/columnar-estimate.js';
export { columnsOfSheets } from './scoring/columnar/columns-of-sheets.js';
export type { ColumnarRow } from './scoring/columnar/entry-rows.js';
export type { JudgeEffectRow } from './scoring/columnar/judge-effect-rows.js';
export type { ScaledDecimals, ScoreColumns } from './scoring/columnar/score-columns.js';
export { type ColumnarInput, type ColumnarTally, tallyColumns } from './scoring/columnar/tally-columns.js';
export { hashTallyInputs } from './scoring/hash-tally-inputs.js';
export * from './scoring/method-options.js';
export { defaultPoints } from './scoring/positional-method.js';
export {
  isScoringMethodKey,
  methodKeysFor,
  type ScoringMethodKey,
  scoringMethodKeys,
  scoringMethods,
} from './scoring/scoring-methods.js';
export type { ScoreEstimate } from './scoring/score-estimate.js';
export type {
  Aggregate,
  ExactMethod,
  MethodInput,
  ModelMethod,
  PairwiseMethod,
  ScoringMethod,
  TableMethod,
} from './scoring/scoring-method.js';
export { stageTally } from './scoring/stage-tally.js';
export type {
  InsufficientReason,
  RowTie,
  StageTallyContext,
  StageTallyResult,
  StageTallyRow,
} from './scoring/stage-tally-types.js';
export { tally } from './scoring/tally.js';
export { tallyPairs } from './scoring/tally-pairs.js';
export type { PairsInput } from './scoring/pairs-input.js';
export type { Rounding, TallyCriterion, TallyInput, TallyScore, TallySheet } from './scoring/tally-input.js';
export { type MethodSetting, tallyOptionProblems } from './scoring/tally-option-problems.js';
export * from './scoring/tally-result.js';
export { tallyWarningText, type TallyWarningText } from './scoring/tally-warning-texts.js';
export { fitFixedEffects, type FixedEffectsOptions } from './severity/fixed-effects.js';
export { type JudgeGraph, judgeGraph, weakConnectivity } from './severity/judge-graph.js';
export { fitRandomEffects, type RandomEffectsOptions } from './severity/random-effects.js';
export {
  type RandomEffectsFit,
  type RandomEffectsLimitation,
  randomEffectsLimitations,
} from './severity/random-effects-fit.js';
export { type SheetDesign, sheetDesign } from './severity/sheet-design.js';
export { plainFixedEffects } from './severity/shadow/plain-fixed-effects.js';
export { plainRandomEffects, type PlainRandomEffects } from './severity/shadow/plain-random-effects.js';
export type { AwardChange, AwardStanding, LineChange, RankedEntry } from './sensitivity/award-standing.js';
export {
  type AwardSet,
  compareMethods,
  type MethodComparison,
  type MethodRanking,
} from './sensitivity/compare-methods.js';
export { leaveOneJudgeOut, type WithoutJudge } from './sensitivity/leave-one-judge-out.js';
export type { RankChange } from './sensitivity/rank-changes.js';
export { type ScoredRank, type ScoreMargin, scoreMargins } from './sensitivity/score-margins.js';
export {
  type LineFlip,
  type SheetChange,
  type SheetFlip,
  type SheetFlipOptions,
  sheetFlips,
} from './sensitivity/sheet-flips.js';
export { totalChange, type TotalScale } from './sensitivity/total-change.js';
export type { Dependence } from './statistics/benjamini-hochberg.js';
export { mean } from './statistics/mean.js';
export { median } from './statistics/median.js';
export { trimmedMean } from './statistics/trimmed-mean.js';
export { normalDistribution, normalQuantile, twoSidedQuantile } from './statistics/normal-distribution.js';
export { seededRandom, standardNormal } from './statistics/seeded-random.js';
export { type AwardLineTextOptions, awardLineTexts } from './uncertainty/award-line-texts.js';
export { type AwardLine, awardLines } from './uncertainty/award-lines.js';
export { entriesAtRisk } from './uncertainty/entries-at-risk.js';
export { type ContributionOptions, estimateOfContributions } from './uncertainty/estimate-of-contributions.js';
export { estimateOfMeans } from './uncertainty/estimate-of-means.js';
export { estimateOfTrimmedMeans, type TrimmedMeanOptions } from './uncertainty/estimate-of-trimmed-means.js';
export { estimateWithoutErrors } from './uncertainty/estimate-without-errors.js';
export { expectedRanks } from './uncertainty/expected-ranks.js';
export {
  belowUncertaintyFloor,
  type UncertaintyFigure,
  type UncertaintyFloor,
  uncertaintyFloors,
} from './uncertainty/floors.js';
export { type IntervalOfMedian, intervalsOfMedians } from './uncertainty/intervals-of-medians.js';
export { type MedianInterval, medianInterval } from './uncertainty/median-interval.js';
export { type PairwiseRankOptions, pairwiseRankIntervals } from './uncertainty/pairwise-rank-intervals.js';
export {
  type RankFigure,
  type RankWithheld,
  type RankWithheldReason,
  rankWithheldReasons,
} from './uncertainty/rank-figure.js';
export type { RankIntervalOptions, RankIntervals } from './uncertainty/rank-interval-types.js';
export { rankIntervals } from './uncertainty/rank-intervals.js';
export { rankWithheldTexts } from './uncertainty/rank-withheld-texts.js';
export { simulatedRankIntervals } from './uncertainty/simulated-rank-intervals.js';
export { cellReference } from './score-file/cell-reference.js';
