import { describe, expect, it } from '@jest/globals';
import { criterion, stageRules } from '../../../../test/builders/stage-rules.js';
import { hashStageRules } from './hash-stage-rules.js';
import type { Criterion, StageRules } from './stage-rules.js';
import { validateStageRules } from './validate-stage-rules.js';

const shortly = (rules: StageRules) => validateStageRules(rules).map(({ path, code }) => `${path} ${code}`);
const rubricOf = (maximumTotal: string, ...criteria: Criterion[]) => ({ rubric: { maximumTotal, criteria } });
const one = (changes: Partial<Criterion>) => rubricOf('40', criterion('a', '40', changes));
const text = { zh: '良', en: 'good' };

describe('rules of a stage', () => {
  it('that fit together have no problem', () => {
    expect(validateStageRules(stageRules())).toEqual([]);
    expect(shortly(stageRules(rubricOf('62.5', criterion('a', '50', { factor: '1.25' }))))).toEqual([]);
    expect(
      shortly(
        stageRules({
          components: [
            { key: 'experts', share: '0.67' },
            { key: 'previous-stage', share: '0.33' },
          ],
          advancement: { by: 'ratio', value: '0.30', scope: 'panel' },
          method: { key: 'mean', options: {} },
          rounding: { criterion: 2, weightedCriterion: 2, total: 2 },
        }),
      ),
    ).toEqual([]);
  });

  it.each<[string, Partial<StageRules>, string[]]>([
    [
      'a maximum total that the criteria do not reach',
      rubricOf('100', criterion('a', '40')),
      ['rubric.maximumTotal maximum-total-differs'],
    ],
    [
      'a maximum total reached only by a criterion that is not counted',
      rubricOf('50', criterion('a', '40'), criterion('b', '10', { counted: false })),
      ['rubric.maximumTotal maximum-total-differs'],
    ],
    ['no criteria', rubricOf('0'), ['rubric.criteria criteria-missing']],
    [
      'only recorded criteria',
      rubricOf('0', criterion('a', '40', { counted: false })),
      ['rubric.criteria criteria-missing'],
    ],
    ['weights that are all zero', one({ factor: '0' }), ['rubric.criteria factors-all-zero']],
    ['a negative weight', one({ factor: '-1' }), ['rubric.criteria[0].factor factor-negative']],
    ['a weight that is no decimal', one({ factor: '1e2' }), ['rubric.criteria[0].factor decimal-expected']],
    [
      'the same key twice',
      rubricOf('80', criterion('a', '40'), criterion('a', '40')),
      ['rubric.criteria[1].key criterion-duplicated'],
    ],
    ['an empty range', one({ minimum: '40' }), ['rubric.criteria[0].maximum range-empty']],
    ['a range below zero', one({ minimum: '-40' }), ['rubric.criteria[0].minimum decimal-out-of-bounds']],
    ['a step finer than a score is kept', one({ step: '0.00001' }), ['rubric.criteria[0].step decimal-out-of-bounds']],
    [
      'a weight of more decimals than are kept',
      rubricOf('40.00004', criterion('a', '40', { factor: '1.000001' }), criterion('b', '1', { factor: '0.0000000' })),
      ['rubric.criteria[1].factor decimal-out-of-bounds'],
    ],
    [
      'a maximum beyond a million',
      rubricOf('1000001', criterion('a', '1000001')),
      ['rubric.criteria[0].maximum decimal-out-of-bounds'],
    ],
    ['a step of zero', one({ step: '0' }), ['rubric.criteria[0].step step-not-positive']],
    ['a step that misses the maximum', one({ step: '3' }), ['rubric.criteria[0].step step-does-not-fit-range']],
    [
      'a level beyond the range',
      one({ levels: [{ from: '30', to: '41', text }] }),
      ['rubric.criteria[0].levels[0] levels-out-of-range'],
    ],
    [
      'a score in two levels',
      one({
        levels: [
          { from: '20', to: '30', text },
          { from: '0', to: '20', text },
        ],
      }),
      ['rubric.criteria[0].levels levels-overlap'],
    ],
    ['a floor above the panel', { panel: { size: 5, floor: 6 } }, ['panel.floor panel-floor-above-size']],
    [
      'a panel of nobody',
      { panel: { size: 0, floor: 0 }, method: { key: 'mean', options: {} } },
      ['panel.size count-expected', 'panel.floor count-expected'],
    ],
    ['a panel too small to trim', { panel: { size: 3, floor: 3 } }, ['method.options.trimMinimum trim-exceeds-panel']],
    [
      'criterion rounding of sheet totals',
      { rounding: { criterion: 2, total: 2 } },
      ['rounding.criterion rounding-not-for-sheet-totals'],
    ],
    [
      'a method that takes comparisons',
      { method: { key: 'bradley-terry', options: {} } },
      ['method.key method-takes-pairs'],
    ],
    [
      'an option of another method',
      { method: { key: 'severity-adjusted', options: { ddof: 1 } } },
      ['method.options.ddof option-unknown'],
    ],
    [
      'criterion rounding of adjusted scores',
      { method: { key: 'severity-adjusted', options: {} }, rounding: { criterion: 2 } },
      ['rounding.criterion rounding-not-for-sheet-totals'],
    ],
    ['a deduction of no decimal', { deductions: { maximum: '15 points' } }, ['deductions.maximum decimal-expected']],
    ['a signature given in no way that is known', { signature: 'seal' as 'screen' }, ['signature value-not-allowed']],
    [
      'comments that are neither required nor optional',
      { comments: { criteria: 'always' as 'required', overall: 'optional' } },
      ['comments.criteria value-not-allowed'],
    ],
    [
      'shares that sum to 0.99',
      {
        components: [
          { key: 'experts', share: '0.8' },
          { key: 'previous-stage', share: '0.19' },
        ],
      },
      ['components shares-do-not-sum-to-one'],
    ],
    ['no components', { components: [] }, ['components shares-do-not-sum-to-one']],
    [
      'a component twice',
      {
        components: [
          { key: 'experts', share: '0.5' },
          { key: 'experts', share: '0.5' },
        ],
      },
      ['components[1].key component-duplicated'],
    ],
    [
      'a share of zero',
      {
        components: [
          { key: 'experts', share: '1' },
          { key: 'previous-stage', share: '0' },
        ],
      },
      ['components[1].share ratio-out-of-range'],
    ],
    [
      'a section of the analysis twice, and one that is never opened',
      { analysis: { openBeforeFreeze: ['gaps', 'gaps', 'closed' as 'gaps'] } },
      ['analysis.openBeforeFreeze[1] section-duplicated', 'analysis.openBeforeFreeze[2] value-not-allowed'],
    ],
    [
      'a gap of nothing',
      { analysis: { openBeforeFreeze: [], gapThreshold: '0' } },
      ['analysis.gapThreshold decimal-expected'],
    ],
    [
      'a team scored by judges who may not know it',
      {
        blind: true,
        rubric: { maximumTotal: '100', criteria: [criterion('team', '100', { scoresTeam: true })] },
      },
      ['rubric.criteria[0].scoresTeam blind-scores-team'],
    ],
    ['a rung twice', { tieLadder: ['panel-vote', 'panel-vote'] }, ['tieLadder[1] tie-step-duplicated']],
    ['a rung below sharing', { tieLadder: ['shared', 'panel-vote'] }, ['tieLadder[1] tie-step-after-shared']],
    [
      'half a place',
      { advancement: { by: 'number', value: '1.5', scope: 'stage' } },
      ['advancement.value count-expected'],
    ],
    [
      '30 as a ratio',
      { advancement: { by: 'ratio', value: '30', scope: 'stage' } },
      ['advancement.value ratio-out-of-range'],
    ],
    [
      'a ratio in words',
      { advancement: { by: 'ratio', value: '30 %', scope: 'stage' } },
      ['advancement.value decimal-expected'],
    ],
  ])('are refused for %s', (_name, changes, problems) => {
    expect(shortly(stageRules(changes))).toEqual(problems);
  });

  it('hash alike whatever the order of their keys, and otherwise when anything changes', () => {
    const rules = stageRules();
    const turned = Object.fromEntries(Object.entries(rules).reverse()) as unknown as StageRules;
    expect(hashStageRules(turned)).toBe(hashStageRules(rules));
    expect(hashStageRules(rules)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashStageRules(stageRules({ blind: true }))).not.toBe(hashStageRules(rules));
  });
});
