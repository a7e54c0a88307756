import { momentText } from '../moment-text.js';
import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry, named, type EntryFacts } from './entry-facts.js';

/** Before the entry window closes, to whoever has a draft in it. */
export const entryDeadlineReminder: MailTemplate<EntryFacts & { readonly closesAt: string; readonly hours: number }> = {
  version: 2,
  name: { zh: '截止提醒', en: 'Reminder of the deadline' },
  example: { ...exampleEntry, number: null, closesAt: '2026-10-31T15:59:00.000Z', hours: 72 },
  zh: (facts) => ({
    subject: `报名将在 ${facts.hours} 小时内截止（${facts.edition.zh}）`,
    body: paragraphs(
      `您好！${named(facts).zh}仍是草稿，尚未提交。`,
      `${facts.edition.zh}报名截止时间：${momentText(facts.closesAt).zh}`,
      '截止后不再接收，以数据库时间为准。请提前提交，截止前仍可修改。',
    ),
    short: `【${facts.edition.zh}】${named(facts).zh}尚未提交，报名截止：${momentText(facts.closesAt).zh}。`,
  }),
  en: (facts) => ({
    subject: `Entries close within ${facts.hours} hours (${facts.edition.en})`,
    body: paragraphs(
      `Hello, your entry ${named(facts).en} is still a draft and has not been submitted.`,
      `Entries of ${facts.edition.en} close: ${momentText(facts.closesAt).en}`,
      'Nothing is accepted after that; the database’s clock decides. Submit early; you may still change it until then.',
    ),
    short: `[${facts.edition.en}] Not submitted yet: ${named(facts).en}. Entries close: ${momentText(facts.closesAt).en}.`,
  }),
};
