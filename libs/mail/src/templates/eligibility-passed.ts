import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry, named, type EntryFacts } from './entry-facts.js';

export const eligibilityPassed: MailTemplate<EntryFacts> = {
  version: 2,
  name: { zh: '形式审查通过', en: 'Eligibility check passed' },
  example: exampleEntry,
  zh: (facts) => ({
    subject: `形式审查通过：第 ${facts.number} 号（${facts.edition.zh}）`,
    body: paragraphs(
      `您好！${named(facts).zh}已通过${facts.edition.zh}的形式审查。`,
      '接下来进入评审。评审期间的安排将在您的页面上通知。',
    ),
    short: `【${facts.edition.zh}】${named(facts).zh}已通过形式审查。`,
  }),
  en: (facts) => ({
    subject: `Eligibility check passed: entry no. ${facts.number} (${facts.edition.en})`,
    body: paragraphs(
      `Hello, your ${named(facts).en}, has passed the eligibility check of ${facts.edition.en}.`,
      'It now goes to judging. Updates will appear on your page.',
    ),
    short: `[${facts.edition.en}] Passed the eligibility check: ${named(facts).en}.`,
  }),
};
