import { momentText } from '../moment-text.js';
import { paragraphs, type MailTemplate } from '../template.js';
import { exampleVersion, filesText, named, type VersionFacts } from './entry-facts.js';

/** The receipt of a submission. */
export const entrySubmitted: MailTemplate<VersionFacts> = {
  version: 3,
  name: { zh: '报名提交回执', en: 'Receipt of a submission' },
  example: exampleVersion,
  zh: (facts) => ({
    subject: `报名已提交：第 ${facts.number} 号（${facts.edition.zh}）`,
    body: paragraphs(
      `您好！${facts.edition.zh}已收到${named(facts).zh}。`,
      `提交时间：${momentText(facts.at).zh}\n版本：${facts.version}\n回执：${facts.receipt}${facts.isLate ? '\n逾期提交：按本届规则接收' : ''}`,
      filesText(facts.files).zh,
      '截止时间之前仍可修改或撤回；每次修改都有新的回执。请保存本回执。',
    ),
    short: `【${facts.edition.zh}】已收到${named(facts).zh}，回执 ${facts.receipt.slice(0, 12)}。`,
  }),
  en: (facts) => ({
    subject: `Entry no. ${facts.number} submitted (${facts.edition.en})`,
    body: paragraphs(
      `Hello, ${facts.edition.en} has received ${named(facts).en}.`,
      `Submitted: ${momentText(facts.at).en}\nVersion: ${facts.version}\nReceipt: ${facts.receipt}${facts.isLate ? '\nSubmitted late – accepted under the edition’s rules' : ''}`,
      filesText(facts.files).en,
      'Until the deadline you may still change or withdraw it; each change has a receipt of its own. Please keep this one.',
    ),
    short: `[${facts.edition.en}] We have received ${named(facts).en}. Receipt ${facts.receipt.slice(0, 12)}.`,
  }),
};
