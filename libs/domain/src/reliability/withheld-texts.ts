import type { WithheldReason } from './floors.js';

/** Why a figure is not shown, and what can be done about it. `{needed}` and `{present}`: the floor and what there is. */
export const withheldTexts: Readonly<Record<WithheldReason, { readonly zh: string; readonly en: string }>> = {
  'too-few-entries': {
    zh: '参赛项目只有 {present} 个，至少需要 {needed} 个，故不显示此项；只能待项目更多时再看。',
    en: 'Withheld: {present} entries, and this figure needs at least {needed}; it takes a larger stage.',
  },
  'too-few-judges': {
    zh: '评委只有 {present} 名，至少需要 {needed} 名，故不显示此项；请增加评委。',
    en: 'Withheld: {present} judges, and this figure needs at least {needed}; have more judges score.',
  },
  'too-few-judge-sheets': {
    zh: '该评委只有 {present} 份评分表，至少需要 {needed} 份，故不显示此项；请让其多评一些项目。',
    en: 'Withheld: {present} score sheets of this judge, and this figure needs at least {needed}; have the judge score more entries.',
  },
  'too-few-sheets-on-a-side': {
    zh: '两组中较少的一组只有 {present} 份评分表，每组至少需要 {needed} 份，故不显示此项；请让该评委多评这类项目。',
    en: 'Withheld: {present} score sheets in the smaller group, and each group needs at least {needed}; have the judge score more of these entries.',
  },
  'too-few-degrees-of-freedom': {
    zh: '残差自由度只有 {present}，至少需要 {needed}，故不显示此项；请让每个项目由更多评委评审。',
    en: 'Withheld: {present} residual degrees of freedom, and this figure needs at least {needed}; have more judges score each entry.',
  },
  'panels-not-crossed': {
    zh: '只有每名评委都给每个参赛项目打了分，才能计算此项；请参看单个评委的信度。',
    en: 'Withheld: it is defined only where every judge scored every entry; see the reliability of a single judge instead.',
  },
  'variance-not-estimated': {
    zh: '现有评分表估计不出方差，故不显示此项；请让每位评委评多个项目、每个项目由多位评委评审。',
    en: 'Withheld: these score sheets estimate no variances; have several judges score each entry, and each judge several.',
  },
  'no-differences': {
    zh: '各参赛项目的评分没有差别，此项无意义；请与评委核对评分是否如其本意。',
    en: 'Withheld: the scores do not tell the entries apart; ask the judges whether they are as meant.',
  },
  'no-residual-variance': {
    zh: '扣除参赛项目和评委的影响后没有剩余差异，无法估计误差；请核对评分表是否各自独立填写。',
    en: 'Withheld: entries and judges explain the scores without any error; check that the judges scored independently.',
  },
  'order-not-recorded': {
    zh: '没有记录评分的顺序或时间，或者没有先后之分；请在系统中逐份提交评分表。',
    en: 'Withheld: the order or time of scoring is not recorded, or does not vary; have sheets submitted one by one.',
  },
  'not-separable': {
    zh: '此影响无法与参赛项目或评委本身的影响区分开；请让其他评委也评审这些项目。',
    en: 'Withheld: this effect cannot be told apart from those of the entries and judges themselves; have others score the same entries.',
  },
};
