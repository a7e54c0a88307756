import type { AwardBlockerCode } from '#results';
import type { ClosingBlockerCode } from '../contest/stage-window.service.js';
import type { Locale, Sentence } from './problem-texts.js';

export type BlockerCode = AwardBlockerCode | ClosingBlockerCode | 'already-advanced';

/** Facts of a blocker: what `{name}` in its sentence stands for. */
export interface BlockerFacts {
  readonly stageName?: Sentence | null;
  /** Entry numbers. */
  readonly entries?: readonly number[];
  readonly rank?: number | null;
  readonly count?: number;
}

/** What an organiser reads of each thing that stands in the way of an act. */
export const blockerTexts: Readonly<Record<BlockerCode, Sentence>> = {
  'sheets-missing': { zh: '尚未提交的评分表：{count} 份。', en: 'Score sheets not yet submitted: {count}.' },
  'coverage-below-floor': {
    zh: '有效评分少于规定份数的项目：{count} 个。',
    en: 'Entries with fewer sheets than the rules ask for: {count}.',
  },
  'recusal-orders-awaited': {
    zh: '责令回避尚未确认或驳回的评分表：{count} 份。',
    en: 'Sheets with an ordered recusal that nobody has confirmed or declined: {count}.',
  },
  'already-advanced': { zh: '该阶段已经晋级。', en: 'This stage has been advanced already.' },
  'no-award-stage': { zh: '本届没有设置奖项的阶段。', en: 'No stage of this edition gives awards.' },
  'window-open': { zh: '{stage}：评审尚未结束。', en: '{stage}: judging has not been closed.' },
  'tally-missing': { zh: '{stage}：尚未完成统分。', en: '{stage}: no tally has been completed.' },
  'tally-pending': { zh: '{stage}：有评分尚未统入。', en: '{stage}: sheets wait for the next tally.' },
  'shadow-differs': {
    zh: '{stage}：统分与独立核算不一致。',
    en: '{stage}: the tally differs from its independent check.',
  },
  'sheets-insufficient': {
    zh: '{stage}：有效评分不足的项目：{entries}。',
    en: '{stage}: too few valid sheets for entries {entries}.',
  },
  'tie-at-award-line': {
    zh: '{stage}：第 {rank} 名在奖项分界处并列未决：{entries}。',
    en: '{stage}: an unresolved tie at rank {rank} stands at an award line: entries {entries}.',
  },
};

/** The blocker's sentence; without the stage's name where the act concerns one stage only. */
export function blockerSentence(code: BlockerCode, locale: Locale, facts: BlockerFacts = {}): string {
  const { stageName, entries, rank, count } = facts;
  const values: Readonly<Record<string, string>> = {
    stage: stageName?.[locale] ?? '',
    entries: entries?.join(locale === 'zh' ? '、' : ', ') ?? '',
    rank: String(rank ?? ''),
    count: String(count ?? ''),
  };
  const text = stageName ? blockerTexts[code][locale] : blockerTexts[code][locale].replace(/^\{stage\}(：|: )/, '');
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

/** A refusal's blockers, codes or objects with their facts, each with its sentence. */
export function blockersOf(blockers: readonly unknown[], locale: Locale): Readonly<Record<string, unknown>>[] {
  return blockers.map((blocker) => {
    const facts = typeof blocker === 'string' ? { code: blocker } : (blocker as { code: string } & BlockerFacts);
    if (!isBlockerCode(facts.code)) return { ...facts };
    return { ...facts, detail: blockerSentence(facts.code, locale, facts) };
  });
}

function isBlockerCode(code: string): code is BlockerCode {
  return Object.hasOwn(blockerTexts, code);
}
