import { momentText } from '../moment-text.js';
import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry, named, type EntryFacts } from './entry-facts.js';

type Reason = { readonly zh: string; readonly en: string };

export const eligibilityNeedsCorrection: MailTemplate<
  EntryFacts & { readonly reason: Reason; readonly correctUntil: string | null }
> = {
  version: 1,
  name: { zh: '形式审查需补正', en: 'Correction needed' },
  example: {
    ...exampleEntry,
    reason: { zh: '材料不完整', en: 'the documents are incomplete' },
    correctUntil: '2026-11-10T15:59:00.000Z',
  },
  zh: (facts) => ({
    subject: `需要补正：第 ${facts.number} 号（${facts.edition.zh}）`,
    body: paragraphs(
      `您好！${named(facts).zh}的形式审查需要补正。`,
      `原因：${facts.reason.zh}`,
      until(facts.correctUntil).zh,
    ),
    short: `【${facts.edition.zh}】${named(facts).zh}需要补正：${facts.reason.zh}。${until(facts.correctUntil).zh}`,
  }),
  en: (facts) => ({
    subject: `Correction needed: entry no. ${facts.number} (${facts.edition.en})`,
    body: paragraphs(
      `Hello, the eligibility check asks for a correction of ${named(facts).en}.`,
      `Reason: ${facts.reason.en}`,
      until(facts.correctUntil).en,
    ),
    short: `[${facts.edition.en}] Correction needed for ${named(facts).en}: ${facts.reason.en}. ${until(facts.correctUntil).en}`,
  }),
};

/** What to do, and until when where a time was set. */
function until(correctUntil: string | null): Reason {
  if (correctUntil === null) {
    return {
      zh: '请尽快在项目页面上补正；逾期未补正的，视为未通过。',
      en: 'Please correct it on the page of the entry soon; without a correction in time it does not pass.',
    };
  }
  const moment = momentText(correctUntil);
  return {
    zh: `请于 ${moment.zh}前在项目页面上补正；逾期未补正的，可视为未通过。`,
    en: `Please correct it on the page of the entry by ${moment.en}; without a correction in time it may not pass.`,
  };
}
