import { momentText } from '../moment-text.js';
import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry, named, type EntryFacts } from './entry-facts.js';

export type InvitationFacts = EntryFacts & {
  /** The person invited, as the lead typed the name. */
  readonly member: string;
  readonly inviter: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly days: number;
  /** `ABCD-EFGH`; null in a letter, whose link is enough. */
  readonly code: string | null;
};

const codePart = (code: string | null) =>
  code === null ? { zh: '', en: '' } : { zh: `邀请码 ${code}。`, en: ` Code ${code}.` };

/** To a person whom a team has named, to join it with an account. */
export const teamInvitation: MailTemplate<InvitationFacts> = {
  version: 2,
  name: { zh: '邀请加入团队', en: 'Invitation to a team' },
  example: {
    ...{ ...exampleEntry, member: '王小明', inviter: 'Ann Example' },
    ...{ expiresAt: '2026-10-26T08:30:00.000Z', days: 14, code: null },
  },
  zh: (facts) => ({
    subject: `${facts.inviter}邀请您加入参赛团队（${facts.edition.zh}）`,
    body: paragraphs(
      `${facts.member}，您好！${facts.inviter}邀请您加入${facts.edition.zh}${named(facts).zh}的团队。`,
      `请在 ${momentText(facts.expiresAt).zh}之前打开下面的链接，登录或注册后点击“加入团队”。只打开链接不会有任何变化。`,
      '如果您不认识邀请人，不必理会。',
    ),
    short: `【${facts.edition.zh}】${facts.inviter}邀请您加入${named(facts).zh}的团队，${facts.days} 天内有效。${codePart(facts.code).zh}`,
  }),
  en: (facts) => ({
    subject: `${facts.inviter} invites you to a team (${facts.edition.en})`,
    body: paragraphs(
      `Hello ${facts.member}, ${facts.inviter} invites you to the team of ${named(facts).en} in ${facts.edition.en}.`,
      `Open the link below before ${momentText(facts.expiresAt).en}, sign in or register, and press “Join the team”. Opening the link alone changes nothing.`,
      'If you do not know this person, you can ignore this message.',
    ),
    short: `[${facts.edition.en}] ${facts.inviter} invites you to the team of ${named(facts).en}; valid for ${facts.days} days.${codePart(facts.code).en}`,
  }),
};
