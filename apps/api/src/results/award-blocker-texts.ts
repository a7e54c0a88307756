import type { AwardBlockerCode } from '#results';

/** What an organiser reads of each blocker of an award list; `{stage}`, `{entries}` and `{rank}` are filled in. */
export const awardBlockerTexts: Readonly<Record<AwardBlockerCode, { zh: string; en: string }>> = {
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
