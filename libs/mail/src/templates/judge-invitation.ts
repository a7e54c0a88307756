import { momentText } from '../moment-text.js';
import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry } from './entry-facts.js';

export interface JudgeInvitationFacts {
  readonly [name: string]: string | number | null | { readonly zh: string; readonly en: string };
  readonly edition: { readonly zh: string; readonly en: string };
  readonly judge: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly days: number;
  /** `ABCD-EFGH`; null in a letter, whose link is enough. */
  readonly code: string | null;
}

const codePart = (code: string | null) =>
  code === null ? { zh: '', en: '' } : { zh: `邀请码 ${code}。`, en: ` Code ${code}.` };

/** To a person whom an office wants as a judge, to accept or decline. */
export const judgeInvitation: MailTemplate<JudgeInvitationFacts> = {
  version: 1,
  name: { zh: '邀请担任评委', en: 'Invitation to judge' },
  example: {
    edition: exampleEntry.edition,
    ...{ judge: '王小明', expiresAt: '2026-10-26T08:30:00.000Z', days: 14, code: null },
  },
  zh: (facts) => ({
    subject: `邀请您担任评委（${facts.edition.zh}）`,
    body: paragraphs(
      `${facts.judge}，您好！诚邀您担任${facts.edition.zh}的评委。`,
      `请在 ${momentText(facts.expiresAt).zh}之前打开下面的链接，阅读承诺书后接受或谢绝。只打开链接不会有任何变化。`,
      '接受之后，您的评审任务会在名单批准、任务分配完成后出现在“我的评审”中。',
    ),
    short: `【${facts.edition.zh}】${facts.judge}，诚邀您担任评委，请打开链接接受或谢绝，${facts.days} 天内有效。${codePart(facts.code).zh}`,
  }),
  en: (facts) => ({
    subject: `Invitation to judge (${facts.edition.en})`,
    body: paragraphs(
      `Hello ${facts.judge}, you are invited to judge in ${facts.edition.en}.`,
      `Open the link below before ${momentText(facts.expiresAt).en}, read the commitment, and accept or decline. Opening the link alone changes nothing.`,
      'Once you have accepted, your entries appear under “My score sheets” when the roster is approved and entries are assigned.',
    ),
    short: `[${facts.edition.en}] ${facts.judge}, you are invited to judge: open the link to accept or decline within ${facts.days} days.${codePart(facts.code).en}`,
  }),
};
