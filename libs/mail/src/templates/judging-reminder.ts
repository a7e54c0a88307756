import { momentText } from '../moment-text.js';
import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry } from './entry-facts.js';

export interface JudgingReminderFacts {
  readonly [name: string]: string | { readonly zh: string; readonly en: string };
  readonly edition: { readonly zh: string; readonly en: string };
  readonly stage: { readonly zh: string; readonly en: string };
  /** ISO 8601. */
  readonly closesAt: string;
  /** `asked`: entries open once the judge has declared own ties; `none` in a blind stage. */
  readonly declaration: string;
}

/** To a judge whose sheets are not all submitted; how many those are is not said, since not every sender may know it. */
export const judgingReminder: MailTemplate<JudgingReminderFacts> = {
  version: 2,
  name: { zh: '提醒评委提交评分', en: 'Reminder to a judge' },
  example: {
    edition: exampleEntry.edition,
    stage: { zh: '网评', en: 'Online review' },
    closesAt: '2026-11-20T10:00:00.000Z',
    declaration: 'asked',
  },
  zh: ({ edition, stage, closesAt, declaration }) => ({
    subject: `您还有评分表未提交（${edition.zh} · ${stage.zh}）`,
    body: paragraphs(
      `您好！您在${edition.zh}“${stage.zh}”阶段还有评分表没有提交。`,
      `评审截止时间：${momentText(closesAt).zh}`,
      ...(declaration === 'asked' ? ['还没有作利益冲突声明的，请先看团队名单并声明，然后才能打开项目。'] : []),
      '打开下面的链接即可继续；已保存的草稿仍在原处。如有项目需要回避或无法完成，请尽早告知组委会。',
    ),
    short: `【${edition.zh}】您在“${stage.zh}”阶段还有评分表未提交，评审截止：${momentText(closesAt).zh}。`,
  }),
  en: ({ edition, stage, closesAt, declaration }) => ({
    subject: `Score sheets are still to be submitted (${edition.en}, ${stage.en})`,
    body: paragraphs(
      `Hello, some of your score sheets in the stage “${stage.en}” of ${edition.en} have not been submitted.`,
      `Judging ends: ${momentText(closesAt).en}`,
      ...(declaration === 'asked'
        ? [
            'If you have not declared your ties yet, please look through the list of teams first: entries open after that.',
          ]
        : []),
      'The link below takes you on from where you were; your drafts are kept. If you have to recuse yourself from an entry or can’t finish in time, please tell the office early.',
    ),
    short: `[${edition.en}] Score sheets in “${stage.en}” are still to be submitted. Judging ends: ${momentText(closesAt).en}.`,
  }),
};
