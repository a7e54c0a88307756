import { momentText } from '../moment-text.js';
import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry } from './entry-facts.js';

export interface SheetUnlockedFacts {
  readonly [name: string]: string | { readonly zh: string; readonly en: string };
  readonly edition: { readonly zh: string; readonly en: string };
  readonly stage: { readonly zh: string; readonly en: string };
  /** ISO 8601: until when the sheet may be submitted. */
  readonly until: string;
}

/** To a judge one of whose sheets two persons have opened once more; which one, the judge's own list says. */
export const sheetUnlocked: MailTemplate<SheetUnlockedFacts> = {
  version: 1,
  name: { zh: '评分表已解锁', en: 'A score sheet is unlocked' },
  example: {
    edition: exampleEntry.edition,
    stage: { zh: '网评', en: 'Online review' },
    until: '2026-11-21T10:00:00.000Z',
  },
  zh: ({ edition, stage, until }) => ({
    subject: `您的一份评分表已解锁（${edition.zh} · ${stage.zh}）`,
    body: paragraphs(
      `您好！组委会已为您解锁${edition.zh}“${stage.zh}”阶段的一份评分表，可再提交一次。`,
      `提交截止时间：${momentText(until).zh}`,
      '打开下面的链接，找到标有“已解锁”的一项，核对后提交。到时未提交的，仍以原来的提交为准。',
    ),
    short: `【${edition.zh}】您在“${stage.zh}”阶段的一份评分表已解锁，请于${momentText(until).zh}前提交。`,
  }),
  en: ({ edition, stage, until }) => ({
    subject: `One of your score sheets is unlocked (${edition.en}, ${stage.en})`,
    body: paragraphs(
      `Hello, the office has unlocked one of your score sheets in the stage “${stage.en}” of ${edition.en}. You can submit it once more.`,
      `Submit it before: ${momentText(until).en}`,
      'Open the link below, find the entry marked “unlocked”, check the sheet and submit it. If you don’t, what you submitted before stands.',
    ),
    short: `[${edition.en}] One of your score sheets in “${stage.en}” is unlocked. Submit it before: ${momentText(until).en}.`,
  }),
};
