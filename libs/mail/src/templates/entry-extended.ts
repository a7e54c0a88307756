import { momentText } from '../moment-text.js';
import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry, named, type EntryFacts } from './entry-facts.js';

/** The office lets one entry in after the deadline. */
export const entryExtended: MailTemplate<EntryFacts & { readonly until: string; readonly reason: string }> = {
  version: 2,
  name: { zh: '延期通知', en: 'Extension' },
  example: { ...exampleEntry, until: '2026-11-02T15:59:00.000Z', reason: '上传服务中断 Upload service was down' },
  zh: (facts) => ({
    subject: `报名截止时间已为您延长（${facts.edition.zh}）`,
    body: paragraphs(
      `您好！组委会办公室已为${named(facts).zh}单独延长截止时间。`,
      `延长至：${momentText(facts.until).zh}\n原因：${facts.reason}`,
      '在此之前可以修改、提交或撤回；到时自动截止，以数据库时间为准。',
    ),
    short: `【${facts.edition.zh}】${named(facts).zh}的截止时间延长至 ${momentText(facts.until).zh}。`,
  }),
  en: (facts) => ({
    subject: `Your deadline has been extended (${facts.edition.en})`,
    body: paragraphs(
      `Hello, the committee’s office has extended the deadline of ${named(facts).en}.`,
      `Until: ${momentText(facts.until).en}\nReason: ${facts.reason}`,
      'Until then you may change, submit or withdraw it. It closes by itself then; the database’s clock decides.',
    ),
    short: `[${facts.edition.en}] The deadline of ${named(facts).en} is extended until ${momentText(facts.until).en}.`,
  }),
};
