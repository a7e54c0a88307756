import type { BilingualText } from '../contest/stage-rules.js';
import { withheldTexts } from '../reliability/withheld-texts.js';
import { rankWithheldTexts } from '../uncertainty/rank-withheld-texts.js';
import type { AnalysisWithheldReason } from './analysis-figure.js';

/**
 * Why a figure is not shown, and what can be done about it. `{needed}` and `{present}` stand for the floor, or the most
 * allowed, and what there is.
 */
export const analysisWithheldTexts: Readonly<Record<AnalysisWithheldReason, BilingualText>> = {
  ...rankWithheldTexts,
  ...withheldTexts,
  'too-much-work': {
    zh: '按此统分方法要重算太多次（规模 {present}，上限 {needed}），故不计算此项；可参看逐项目计分的方法。',
    en: 'Withheld: this method would have to be computed too often (size {present}, at most {needed}); look at a method that scores each entry by itself.',
  },
  'not-on-the-scale': {
    zh: '规则按指标取舍或修约，一份评分表的总分不足以推算此项；请参看名次线两侧的分差。',
    en: 'Withheld: the rules trim or round each criterion, so a sheet’s total does not decide; read the points between the scores on both sides of the line.',
  },
  'no-line': {
    zh: '本阶段没有奖项或晋级的名次线；设奖项或晋级名额后即有。',
    en: 'Withheld: no line of awards or advancement falls in this stage; it takes awards or an advancement quota.',
  },
};
