import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry, named, type EntryFacts } from './entry-facts.js';

type Reason = { readonly zh: string; readonly en: string };

export const eligibilityFailed: MailTemplate<EntryFacts & { readonly reason: Reason }> = {
  version: 1,
  name: { zh: '形式审查未通过', en: 'Eligibility check not passed' },
  example: { ...exampleEntry, reason: { zh: '未在规定时间内补正', en: 'no correction came in time' } },
  zh: (facts) => ({
    subject: `形式审查未通过：第 ${facts.number} 号（${facts.edition.zh}）`,
    body: paragraphs(
      `您好！很遗憾，${named(facts).zh}未通过${facts.edition.zh}的形式审查。`,
      `原因：${facts.reason.zh}`,
      '如有疑问，请联系组委会办公室。',
    ),
    short: `【${facts.edition.zh}】${named(facts).zh}未通过形式审查：${facts.reason.zh}。`,
  }),
  en: (facts) => ({
    subject: `Eligibility check not passed: entry no. ${facts.number} (${facts.edition.en})`,
    body: paragraphs(
      `Hello, we are sorry: ${named(facts).en} did not pass the eligibility check of ${facts.edition.en}.`,
      `Reason: ${facts.reason.en}`,
      'If you have questions, please write to the committee’s office.',
    ),
    short: `[${facts.edition.en}] Did not pass the eligibility check: ${named(facts).en} (${facts.reason.en}).`,
  }),
};
