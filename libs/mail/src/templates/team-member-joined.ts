import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry, named, type EntryFacts } from './entry-facts.js';

/** To the lead, when somebody invited has joined. */
export const teamMemberJoined: MailTemplate<EntryFacts & { readonly member: string }> = {
  version: 1,
  name: { zh: '成员已加入团队', en: 'A member has joined the team' },
  example: { ...exampleEntry, member: '王小明' },
  zh: (facts) => ({
    subject: `${facts.member}已加入团队（${facts.edition.zh}）`,
    body: paragraphs(
      `您好！${facts.member}接受了邀请，已用账号加入${facts.edition.zh}${named(facts).zh}的团队，可以查看该项目。`,
      '是否允许其修改，由您在项目页面的“团队”中决定。如果不是您邀请的人，请在那里移除。',
    ),
    short: `【${facts.edition.zh}】${facts.member}已加入${named(facts).zh}的团队。`,
  }),
  en: (facts) => ({
    subject: `${facts.member} has joined the team (${facts.edition.en})`,
    body: paragraphs(
      `Hello, ${facts.member} accepted the invitation, has joined the team of ${named(facts).en} in ${facts.edition.en} with an account, and may read the entry.`,
      'Whether they may change it you decide under “Team” on the entry’s page. If it is not the person you invited, remove them there.',
    ),
    short: `[${facts.edition.en}] ${facts.member} has joined the team of ${named(facts).en}.`,
  }),
};
