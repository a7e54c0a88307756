import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry, named, type EntryFacts } from './entry-facts.js';
import { reasonText } from './reason-texts.js';

export const eligibilityNeedsCorrection: MailTemplate<EntryFacts & { readonly reason: string }> = {
  version: 1,
  name: { zh: '形式审查需补正', en: 'Correction needed' },
  example: { ...exampleEntry, reason: 'documents-incomplete' },
  zh: (facts) => ({
    subject: `需要补正：第 ${facts.number} 号（${facts.edition.zh}）`,
    body: paragraphs(
      `您好！${named(facts).zh}的形式审查需要补正。`,
      `原因：${reasonText(facts.reason).zh}`,
      '请尽快在项目页面上补正；逾期未补正的，视为未通过。',
    ),
    short: `【${facts.edition.zh}】${named(facts).zh}需要补正：${reasonText(facts.reason).zh}。`,
  }),
  en: (facts) => ({
    subject: `Correction needed: entry no. ${facts.number} (${facts.edition.en})`,
    body: paragraphs(
      `Hello, the eligibility check asks for a correction of ${named(facts).en}.`,
      `Reason: ${reasonText(facts.reason).en}`,
      'Please correct it on the page of the entry soon; without a correction in time it does not pass.',
    ),
    short: `[${facts.edition.en}] Correction needed for ${named(facts).en}: ${reasonText(facts.reason).en}.`,
  }),
};
