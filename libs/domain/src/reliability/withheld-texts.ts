import type { WithheldReason } from './floors.js';

/** Why a figure is not shown. `{needed}` and `{present}` stand for the floor and for what there is. */
export const withheldTexts: Readonly<Record<WithheldReason, { readonly zh: string; readonly en: string }>> = {
  'too-few-entries': {
    zh: '参赛项目只有 {present} 个，至少需要 {needed} 个，故不显示此项。',
    en: 'Withheld: {present} entries, and this figure needs at least {needed}.',
  },
  'too-few-judges': {
    zh: '评委只有 {present} 名，至少需要 {needed} 名，故不显示此项。',
    en: 'Withheld: {present} judges, and this figure needs at least {needed}.',
  },
  'too-few-judge-sheets': {
    zh: '该评委只有 {present} 份评分表，至少需要 {needed} 份，故不显示此项。',
    en: 'Withheld: {present} score sheets of this judge, and this figure needs at least {needed}.',
  },
  'too-few-sheets-on-a-side': {
    zh: '两组中较少的一组只有 {present} 份评分表，每组至少需要 {needed} 份，故不显示此项。',
    en: 'Withheld: {present} score sheets in the smaller group, and each group needs at least {needed}.',
  },
  'too-few-degrees-of-freedom': {
    zh: '残差自由度只有 {present}，至少需要 {needed}，故不显示此项。',
    en: 'Withheld: {present} residual degrees of freedom, and this figure needs at least {needed}.',
  },
  'panels-not-crossed': {
    zh: '只有每名评委都给每个参赛项目打了分，才能计算此项。',
    en: 'Withheld: it is defined only where every judge scored every entry.',
  },
  'variance-not-estimated': {
    zh: '此统分方法没有估计方差，故不显示此项。',
    en: 'Withheld: no variances were estimated.',
  },
  'no-differences': {
    zh: '各参赛项目的评分没有差别，此项无意义。',
    en: 'Withheld: the scores do not tell the entries apart.',
  },
  'no-residual-variance': {
    zh: '扣除参赛项目和评委的影响后没有剩余差异，无法估计误差。',
    en: 'Withheld: nothing is left once entries and judges are accounted for, so there is no error to compare with.',
  },
  'order-not-recorded': {
    zh: '没有记录评分的顺序或时间，或者没有先后之分。',
    en: 'Withheld: the order or time of scoring is not recorded, or does not vary.',
  },
  'not-separable': {
    zh: '此影响无法与参赛项目或评委本身的影响区分开。',
    en: 'Withheld: this effect cannot be told apart from those of the entries and judges themselves.',
  },
};
