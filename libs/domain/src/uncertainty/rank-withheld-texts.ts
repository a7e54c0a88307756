import type { BilingualText } from '../contest/stage-rules.js';
import type { RankWithheldReason } from './rank-figure.js';

/**
 * Why a figure is not shown, and what can be done about it. `{needed}` and `{present}` stand for the floor, or the most
 * allowed, and what there is.
 */
export const rankWithheldTexts: Readonly<Record<RankWithheldReason, BilingualText>> = {
  'too-few-entries': {
    zh: '参赛项目只有 {present} 个，至少需要 {needed} 个，故不显示此项；只能待项目更多时再看。',
    en: 'Withheld: {present} entries, and this figure needs at least {needed}; it takes a larger stage.',
  },
  'too-few-judges': {
    zh: '评委只有 {present} 名，至少需要 {needed} 名，故不显示此项；请增加评委。',
    en: 'Withheld: {present} judges, and this figure needs at least {needed}; have more judges score.',
  },
  'too-few-sheets': {
    zh: '半数以上的参赛项目各只有不超过 {present} 份评分表，至少需要 {needed} 份，故不显示此项；请补充评审。',
    en: 'Withheld: half of the entries have at most {present} score sheets, and this figure needs at least {needed}; have them scored by more judges.',
  },
  'too-many-entries': {
    zh: '参赛项目有 {present} 个，两两比较最多 {needed} 个，故不计算此项；可按赛道或组别分开排名。',
    en: 'Withheld: {present} entries, and at most {needed} are compared pair by pair; rank tracks or groups apart.',
  },
  'error-unknown': {
    zh: '统分方法不给出误差，或评分表太少，得分误差未知，故不显示此项；请增加评分表，或参看其他统分方法的误差。',
    en: 'Withheld: the errors of the scores are not known, by this method or from so few score sheets; have more judges score, or look at a method that states errors.',
  },
  'not-comparable': {
    zh: '部分参赛项目之间没有评委相连，得分不可比，故不显示此项；请让一些评委跨部分评审，或按部分分别排名。',
    en: 'Withheld: no chain of judges connects all entries, so their scores cannot be compared; have some judges score entries of several parts, or rank the parts apart.',
  },
};
