import { describe, expect, it } from '@jest/globals';
import { comparisonsOf, criteriaOf, sheetsOf } from '../../../../test/builders/drawn-sheets.js';
import { criterion, stageRules } from '../../../../test/builders/stage-rules.js';
import type { StageRules } from '../contest/stage-rules.js';
import { DomainError } from '../errors/domain-error.js';
import type { DomainErrorCode, FieldProblemCode } from '../errors/error-codes.js';
import { fieldProblemTexts } from '../errors/field-problem-texts.js';
import type { MethodInput } from './scoring-method.js';
import { stageTally } from './stage-tally.js';
import { type InsufficientReason, insufficientReasons, type StageTallyContext } from './stage-tally-types.js';
import { tally } from './tally.js';
import type { TallyInput } from './tally-input.js';
import { type MethodSetting, tallyOptionProblems } from './tally-option-problems.js';
import { tallyPairs } from './tally-pairs.js';

const sheets = sheetsOf('A j1 7 8\nA j2 6 -');
const tallied = (changes: Partial<TallyInput>) => () =>
  tally({ sheets, criteria: criteriaOf('1', '1'), method: 'mean', ...changes });
const compared = (drawing: string) => () =>
  tallyPairs({ comparisons: comparisonsOf(drawing), method: 'bradley-terry' });

describe('a tally is refused', () => {
  it.each<[DomainErrorCode, () => unknown]>([
    ['tally-option-invalid', tallied({ options: { trim: 1 } })],
    ['scores-missing', tallied({ method: 'median' })],
    ['criterion-unknown', tallied({ criteria: criteriaOf('1') })],
    ['score-duplicated', tallied({ sheets: [...sheets, ...sheets] })],
    ['not-a-decimal', tallied({ sheets: sheetsOf('A j1 1e2 8') })],
    ['pairs-separated', compared('A B')],
    ['comparison-invalid', compared('A A')],
  ])('as %s', (code, attempt) => {
    let refusal: unknown = null;
    try {
      attempt();
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DomainError);
    expect((refusal as DomainError).code).toBe(code);
  });
});

describe('a method and its options are refused', () => {
  const option = (method: string, options: MethodSetting['options']) => ({ method, options });
  it.each<[FieldProblemCode, MethodSetting, MethodInput]>([
    ['value-not-allowed', { method: 'mode' }, 'sheets'],
    ['method-takes-pairs', { method: 'bradley-terry' }, 'sheets'],
    ['method-takes-sheets', { method: 'mean' }, 'pairs'],
    ['option-unknown', option('mean', { trim: 1 }), 'sheets'],
    ['count-expected', option('trimmed-mean', { trim: -1 }), 'sheets'],
    ['trim-minimum-too-small', option('trimmed-mean', { trim: 2, trimMinimum: 4 }), 'sheets'],
    ['points-not-descending', option('positional', { points: ['1', '2'] }), 'sheets'],
    ['decimal-expected', option('positional', { points: ['one'] }), 'sheets'],
    ['prior-not-positive', option('bradley-terry', { prior: 0 }), 'pairs'],
    ['missing-policy-not-applicable', option('median', { missing: 'per-criterion' }), 'sheets'],
    ['rounding-not-for-sheet-totals', { method: 'median', rounding: { criterion: 2 } }, 'sheets'],
  ])('as %s', (code, setting, input) => {
    expect(tallyOptionProblems(setting, input).map((problem) => problem.code)).toEqual([code]);
    const { zh, en } = fieldProblemTexts[code];
    expect([zh, en].every((text) => text.length > 0)).toBe(true);
  });
});

describe('an entry has no stage score', () => {
  const one = (drawing: string, changes: Partial<StageRules>, context: StageTallyContext = {}) =>
    stageTally(
      stageRules({
        rubric: { maximumTotal: '40', criteria: [criterion('a', '40')] },
        method: { key: 'mean', options: {} },
        panel: { size: 5, floor: 1 },
        ...changes,
      }),
      sheetsOf(drawing),
      context,
    ).rows;
  const beside = (key: 'public' | 'previous-stage'): Partial<StageRules> => ({
    components: [
      { key: 'experts', share: '0.8' },
      { key, share: '0.2' },
    ],
  });
  const severed = 'A j1 7\nB j1 8\nA j2 6\nB j2 9\nC j3 5\nD j3 6\nC j4 7\nD j4 9';

  const examples: Readonly<Record<InsufficientReason, () => ReturnType<typeof one>>> = {
    'below-panel-floor': () => one('A j1 7', { panel: { size: 5, floor: 2 } }),
    'too-few-scores-to-trim': () =>
      one('A j1 7', { method: { key: 'trimmed-mean', options: { trim: 1, trimFallback: 'refuse' } } }),
    'previous-stage-score-missing': () => one('A j1 7', beside('previous-stage')),
    'public-score-missing': () => one('A j1 7', beside('public')),
    'judge-lists-differ': () => one('A j1 7\nB j1 8\nA j2 8', { method: { key: 'positional', options: {} } }),
    'components-not-comparable': () =>
      one(severed, { method: { key: 'severity-adjusted', options: { effects: 'fixed' } } }),
  };

  it.each(insufficientReasons)('as %s', (reason) => {
    for (const row of examples[reason]()) {
      expect(row).toMatchObject({ outcome: 'insufficient', reason, score: null, rank: null });
    }
  });
});
