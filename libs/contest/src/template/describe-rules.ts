import type { FieldProblem, FieldProblemCode } from '#domain';
import type { Described } from './describe-structure.js';

const reasons: Partial<Record<FieldProblemCode, { zh: string; en: string }>> = {
  'decimal-expected': { zh: '应为普通小数', en: 'expected a plain decimal' },
  'count-expected': { zh: '应为整数', en: 'expected a whole number' },
  'option-unknown': { zh: '这种统分办法没有这个选项', en: 'the method has no such option' },
  'value-not-allowed': { zh: '这里不允许这个值', en: 'this value is not allowed here' },
  'criteria-missing': { zh: '评分标准没有指标', en: 'the rubric has no criteria' },
  'criterion-duplicated': { zh: '指标已经用过', en: 'this criterion is already used' },
  'range-empty': { zh: '最高分应大于最低分', en: 'the maximum must be above the minimum' },
  'step-not-positive': { zh: '分值间隔应大于零', en: 'the step must be above zero' },
  'step-does-not-fit-range': { zh: '分值间隔除不尽分数范围', en: 'the step does not divide the range' },
  'factor-negative': { zh: '权重不能为负', en: 'a weight must not be negative' },
  'factors-all-zero': { zh: '权重不能全为零', en: 'the weights must not all be zero' },
  'levels-out-of-range': { zh: '评分要点超出指标的分数范围', en: 'a level lies outside the range of its criterion' },
  'levels-overlap': { zh: '评分要点的分数段重叠', en: 'levels overlap' },
  'maximum-total-differs': {
    zh: '满分与各指标权重 × 最高分之和不符',
    en: 'the maximum total differs from the sum of weight × maximum',
  },
  'panel-floor-above-size': { zh: '最少有效评分数多于评委数', en: 'the floor is above the size of the panel' },
  'trim-exceeds-panel': { zh: '去掉的分数多于评委数', en: 'more scores are dropped than the panel gives' },
  'trim-minimum-too-small': { zh: '去掉高低分所需的最少评分数过小', en: 'the minimum for trimming is too small' },
  'rounding-not-for-sheet-totals': {
    zh: '按整张评分表统分时，不能在指标处舍入',
    en: 'a method on sheet totals cannot round at a criterion',
  },
  'missing-policy-not-applicable': { zh: '这种办法不能这样处理缺分', en: 'this missing policy does not apply here' },
  'shares-do-not-sum-to-one': { zh: '各部分占比之和应为 1', en: 'the shares must sum to 1' },
  'component-duplicated': { zh: '这一部分已经用过', en: 'this component is already used' },
  'tie-step-duplicated': { zh: '这一并列处理办法已经用过', en: 'this tie step is already used' },
  'tie-step-after-shared': { zh: '“并列”之后不能再有办法', en: 'nothing can follow a shared rank' },
  'ratio-out-of-range': { zh: '比例应大于 0 且不超过 1', en: 'a ratio must be above 0 and at most 1' },
};

/** The sentence for a problem that the rules' own checks found, with the facts it knows. */
export function describeRules(problem: FieldProblem): Described {
  const reason = reasons[problem.code] ?? { zh: '这个值不正确', en: 'this value is not valid' };
  const facts = Object.entries(problem.details)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => `${name} ${String(value)}`);
  if (facts.length === 0) return { code: problem.code, reason };
  return {
    code: problem.code,
    reason: { zh: `${reason.zh}（${facts.join('，')}）`, en: `${reason.en} (${facts.join(', ')})` },
  };
}
