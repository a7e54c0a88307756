import { momentText } from '../moment-text.js';
import { paragraphs, type MailTemplate } from '../template.js';
import { exampleVersion, filesText, named, type VersionFacts } from './entry-facts.js';

/** The receipt of a further version of a submitted entry. */
export const entryRevised: MailTemplate<VersionFacts> = {
  version: 3,
  name: { zh: '修改回执', en: 'Receipt of a change' },
  example: { ...exampleVersion, version: 2 },
  zh: (facts) => ({
    subject: `修改已收到：第 ${facts.number} 号，第 ${facts.version} 版（${facts.edition.zh}）`,
    body: paragraphs(
      `您好！${named(facts).zh}的修改已收到，第 ${facts.version} 版即时生效。`,
      `修改时间：${momentText(facts.at).zh}\n版本：${facts.version}\n回执：${facts.receipt}${facts.isLate ? '\n逾期提交：按本届规则接收' : ''}`,
      filesText(facts.files).zh,
      '如非本人操作，请尽快联系组委会办公室。',
    ),
    short: `【${facts.edition.zh}】${named(facts).zh}第 ${facts.version} 版已收到，回执 ${facts.receipt.slice(0, 12)}。`,
  }),
  en: (facts) => ({
    subject: `Change received: entry no. ${facts.number}, version ${facts.version} (${facts.edition.en})`,
    body: paragraphs(
      `Hello, we have received your change to ${named(facts).en}; version ${facts.version} counts from now on.`,
      `Changed: ${momentText(facts.at).en}\nVersion: ${facts.version}\nReceipt: ${facts.receipt}${facts.isLate ? '\nSubmitted late – accepted under the edition’s rules' : ''}`,
      filesText(facts.files).en,
      'If you did not make this change, please write to the committee’s office soon.',
    ),
    short: `[${facts.edition.en}] Version ${facts.version} of ${named(facts).en} received. Receipt ${facts.receipt.slice(0, 12)}.`,
  }),
};
