import type { BilingualText } from '../contest/stage-rules.js';
import type { RandomEffectsLimitation } from '../severity/random-effects-fit.js';

const texts: Readonly<Record<RandomEffectsLimitation, BilingualText>> = {
  'too-few-sheets': {
    zh: '评分表不足两份，得分即为总分，未作校正。',
    en: 'There are fewer than two sheets; scores are the totals, nothing is adjusted.',
  },
  'equal-totals': {
    zh: '所有评分表的总分相同，没有可校正的差异。',
    en: 'All sheets have the same total; there is nothing to adjust.',
  },
  'one-entry': {
    zh: '只有一个项目，无从估计项目之间的差异；得分为总平均。',
    en: 'There is one entry; no variance between entries can be estimated, and its score is the general mean.',
  },
  'one-judge': {
    zh: '只有一位评委，无从估计评委的宽严，未作校正。',
    en: 'There is one judge; severity cannot be estimated, and nothing is adjusted.',
  },
  'judges-not-separable': {
    zh: '每位评委只有一份评分表，宽严与误差无法区分，未作校正。',
    en: 'Every judge has one sheet; severity cannot be told from error, and nothing is adjusted.',
  },
  'variances-not-separable': {
    zh: '现有评分不足以区分项目、评委与误差的差异；得分为各项目的平均分。',
    en: 'The sheets cannot tell entries, judges and error apart; scores are plain means.',
  },
  'no-residual': {
    zh: '评分完全由项目与评委解释，没有剩余误差；这在评分很少时并不可信。',
    en: 'Entries and judges explain the totals without any error, which few sheets make look better than it is.',
  },
};

/** Why a model of severity says less than usual. */
export function limitationText(limitation: RandomEffectsLimitation): BilingualText {
  return texts[limitation];
}
