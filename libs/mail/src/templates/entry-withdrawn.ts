import { momentText } from '../moment-text.js';
import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry, named, type EntryFacts } from './entry-facts.js';

/** An entry was withdrawn before the deadline. */
export const entryWithdrawn: MailTemplate<EntryFacts & { readonly at: string }> = {
  version: 2,
  name: { zh: '撤回报名', en: 'Withdrawal' },
  example: { ...exampleEntry, at: '2026-10-20T02:05:00.000Z' },
  zh: (facts) => ({
    subject: `报名已撤回：第 ${facts.number} 号（${facts.edition.zh}）`,
    body: paragraphs(
      `您好！${named(facts).zh}已于 ${momentText(facts.at).zh}撤回报名，不再参加${facts.edition.zh}。`,
      '如非本人操作，请尽快联系组委会办公室。',
    ),
    short: `【${facts.edition.zh}】${named(facts).zh}已撤回报名。如非本人操作，请联系组委会办公室。`,
  }),
  en: (facts) => ({
    subject: `Entry no. ${facts.number} withdrawn (${facts.edition.en})`,
    body: paragraphs(
      `Hello, your ${named(facts).en}, was withdrawn on ${momentText(facts.at).en} and no longer takes part in ${facts.edition.en}.`,
      'If you did not withdraw it, please write to the committee’s office soon.',
    ),
    short: `[${facts.edition.en}] Withdrawn: ${named(facts).en}. If this was not you, please write to the office.`,
  }),
};
