import { isDecimalString, parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { tallyOptionProblems } from '../scoring/tally-option-problems.js';
import { sum } from '../statistics/sum.js';
import {
  type Advancement,
  commentNeeds,
  openableSections,
  signatureWays,
  type StageComponent,
  type StageRules,
} from './stage-rules.js';
import { validateRubric } from './validate-rubric.js';

/**
 * What the fields of a rules document say against each other; an empty list means a version may be locked. The
 * document's shape is checked where it is read, with line numbers.
 *
 * @example validateStageRules(rules) // [{ path: 'rubric.maximumTotal', code: 'maximum-total-differs', … }]
 */
export function validateStageRules(rules: StageRules): FieldProblem[] {
  return [
    ...validateRubric(rules.rubric),
    ...panelProblems(rules),
    ...tallyOptionProblems({ method: rules.method.key, options: rules.method.options, rounding: rules.rounding }),
    ...trimProblems(rules),
    ...deductionProblems(rules),
    ...commentProblems(rules),
    ...signatureWayProblems(rules),
    ...componentProblems(rules.components),
    ...tieLadderProblems(rules),
    ...advancementProblems(rules.advancement),
    ...analysisProblems(rules),
    ...blindProblems(rules),
  ];
}

function analysisProblems({ analysis }: StageRules): FieldProblem[] {
  if (!analysis) return [];
  const { openBeforeFreeze: sections, gapThreshold } = analysis;
  const problems = sections.flatMap((section, index) => {
    const path = `analysis.openBeforeFreeze[${index}]`;
    if (!openableSections.includes(section)) {
      return [fieldProblem(path, 'value-not-allowed', { value: section, allowed: openableSections })];
    }
    return sections.indexOf(section) < index ? [fieldProblem(path, 'section-duplicated', { section })] : [];
  });
  if (gapThreshold === undefined || isPositiveDecimal(gapThreshold)) return problems;
  return [...problems, fieldProblem('analysis.gapThreshold', 'decimal-expected', { value: gapThreshold })];
}

/** Nobody can score a team of which nothing is to be read. */
function blindProblems({ blind, teamField, rubric }: StageRules): FieldProblem[] {
  if (!blind || teamField !== undefined) return [];
  return rubric.criteria.flatMap(({ key, scoresTeam }, index) =>
    scoresTeam === true
      ? [fieldProblem(`rubric.criteria[${index}].scoresTeam`, 'blind-scores-team', { criterion: key })]
      : [],
  );
}

function isPositiveDecimal(text: string): boolean {
  return isDecimalString(text) && parseDecimal(text).compareTo(Rational.zero) > 0;
}

function panelProblems({ panel: { size, floor } }: StageRules): FieldProblem[] {
  const counts = Object.entries({ size, floor }).filter(([, count]) => !Number.isSafeInteger(count) || count < 1);
  if (counts.length > 0) return counts.map(([key, value]) => fieldProblem(`panel.${key}`, 'count-expected', { value }));
  return floor > size ? [fieldProblem('panel.floor', 'panel-floor-above-size', { size })] : [];
}

/** A panel too small for its own trimming would always use the fallback. */
function trimProblems({ method, panel }: StageRules): FieldProblem[] {
  if (method.key !== 'trimmed-mean') return [];
  const { trim = 1, trimMinimum = 2 * trim + 1 } = method.options;
  if (trimMinimum <= panel.size) return [];
  return [fieldProblem('method.options.trimMinimum', 'trim-exceeds-panel', { trimMinimum, size: panel.size })];
}

function deductionProblems({ deductions }: StageRules): FieldProblem[] {
  if (!deductions) return [];
  const { maximum } = deductions;
  const isValid = isPositiveDecimal(maximum) && parseDecimal(maximum).compareTo(Rational.of(1_000_000)) <= 0;
  return isValid ? [] : [fieldProblem('deductions.maximum', 'decimal-expected', { value: maximum })];
}

function commentProblems({ comments }: StageRules): FieldProblem[] {
  return Object.entries(comments ?? {}).flatMap(([of, need]: [string, unknown]) =>
    need === undefined || commentNeeds.some((allowed) => allowed === need)
      ? []
      : [fieldProblem(`comments.${of}`, 'value-not-allowed', { value: need, allowed: commentNeeds })],
  );
}

function signatureWayProblems({ signature }: StageRules): FieldProblem[] {
  if (signature === undefined || signatureWays.includes(signature)) return [];
  return [fieldProblem('signature', 'value-not-allowed', { value: signature, allowed: signatureWays })];
}

function componentProblems(components: readonly StageComponent[]): FieldProblem[] {
  const problems = components.flatMap(({ key, share }, index) => {
    const path = `components[${index}]`;
    if (!isDecimalString(share)) return [fieldProblem(`${path}.share`, 'decimal-expected', { value: share })];
    const isPart = parseDecimal(share).compareTo(Rational.zero) > 0;
    return [
      ...(isPart ? [] : [fieldProblem(`${path}.share`, 'ratio-out-of-range', { value: share })]),
      ...(components.findIndex((other) => other.key === key) < index
        ? [fieldProblem(`${path}.key`, 'component-duplicated', { key })]
        : []),
    ];
  });
  if (problems.length > 0) return problems;
  const total = sum(components.map(({ share }) => parseDecimal(share)));
  return total.equals(Rational.one) ? [] : [fieldProblem('components', 'shares-do-not-sum-to-one')];
}

function tieLadderProblems({ tieLadder }: StageRules): FieldProblem[] {
  return tieLadder.flatMap((step, index) => {
    const path = `tieLadder[${index}]`;
    if (tieLadder.indexOf(step) < index) return [fieldProblem(path, 'tie-step-duplicated', { step })];
    // Sharing settles every tie: nothing below it is ever reached.
    const isReached = !tieLadder.slice(0, index).includes('shared');
    return isReached ? [] : [fieldProblem(path, 'tie-step-after-shared', { step })];
  });
}

function advancementProblems(advancement: Advancement | null): FieldProblem[] {
  if (advancement === null) return [];
  const { by, value } = advancement;
  const path = 'advancement.value';
  if (!isDecimalString(value)) return [fieldProblem(path, 'decimal-expected', { value })];
  const amount = parseDecimal(value);
  if (by === 'number') {
    const isCount = amount.numerator > 0n && amount.numerator % amount.denominator === 0n;
    return isCount ? [] : [fieldProblem(path, 'count-expected', { value })];
  }
  const isRatio = amount.numerator > 0n && amount.compareTo(Rational.one) <= 0;
  return isRatio ? [] : [fieldProblem(path, 'ratio-out-of-range', { value })];
}
