import type { BilingualText } from '../contest/stage-rules.js';
import { twoSidedQuantile } from '../statistics/normal-distribution.js';
import type { AwardLine } from './award-lines.js';
import { englishOrdinal } from './english-ordinal.js';

export interface AwardLineTextOptions {
  /** Decimals of the scores, as published. */
  readonly decimals?: number;
  /** In (0, 1), the one with which the line's candidates were found. */
  readonly confidence?: number;
}

/**
 * What an organiser should read at an award line. "Within judge noise": the gap is not larger than its error times the
 * two-sided normal quantile.
 *
 * @throws RangeError for a confidence outside (0, 1).
 * @example awardLineTexts(line).en // "3rd and 4th differ by 0.16, within judge noise: …"
 */
export function awardLineTexts(line: AwardLine, options: AwardLineTextOptions = {}): BilingualText {
  const { decimals = 2, confidence = 0.95 } = options;
  const { after, gap, standardError, candidates } = line;
  if (gap === null) return { zh: `第 ${after} 名之后没有参赛项目。`, en: `No entry ranks below place ${after}.` };
  const pair = pairOf(line, decimals);
  if (standardError === null) {
    return {
      zh: `${pair.zh}；评分表太少或统分方法不给出误差，无法判断差距是否可靠。`,
      en: `${pair.en}; the error of this difference is not known, so nothing can be said of how sure the order is.`,
    };
  }
  const reach = reachOf(after, candidates?.length ?? after);
  if (gap === 0) {
    return {
      zh: `${pair.zh}，先后由并列规则决定。${reach.zh}`,
      en: `${pair.en}; the rules for ties decide which stands first. ${reach.en}`,
    };
  }
  const isNoise = gap <= twoSidedQuantile(confidence) * standardError;
  const chance = percentOf(line.probabilityReversed ?? 0.5);
  const verdict = isNoise
    ? {
        zh: `在评委打分的误差范围内：真实名次与此相反的概率为 ${chance}`,
        en: `within judge noise: the chance that the true order is the reverse is ${chance}`,
      }
    : {
        zh: `超出评委打分的误差范围：真实名次与此相反的概率为 ${chance}`,
        en: `more than judge noise: the chance that the true order is the reverse is ${chance}`,
      };
  return { zh: `${pair.zh}，${verdict.zh}。${reach.zh}`, en: `${pair.en}, ${verdict.en}. ${reach.en}` };
}

function pairOf({ after, gap }: AwardLine, decimals: number): BilingualText {
  const ordinals = `${englishOrdinal(after)} and ${englishOrdinal(after + 1)}`;
  const places = `第 ${after} 名与第 ${after + 1} 名`;
  if (gap === 0) return { zh: `${places}得分相同`, en: `${ordinals} have the same score` };
  const amount = amountOf(gap ?? 0, decimals);
  return { zh: `${places}相差 ${amount} 分`, en: `${ordinals} differ by ${amount}` };
}

/** A gap too small for the published decimals still shows its first digit: it is not 0. */
function amountOf(gap: number, decimals: number): string {
  const text = gap.toFixed(decimals);
  return Number(text) === 0 ? `${Number(gap.toPrecision(1))}` : text;
}

function percentOf(probability: number): string {
  if (probability < 0.01) return '< 1%';
  return `${Math.round(probability * 100)}%`;
}

function reachOf(after: number, candidates: number): BilingualText {
  if (candidates <= after) {
    return {
      zh: `没有其他项目可能进入前 ${after} 名。`,
      en: `No other entry could belong among the first ${after}.`,
    };
  }
  return {
    zh: `有 ${candidates} 个项目可能属于前 ${after} 名。`,
    en: `${candidates} entries could belong among the first ${after}.`,
  };
}
