import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry, named, type EntryFacts } from './entry-facts.js';

/** To somebody who has left a team, or whom the lead removed from it. */
export const teamMembershipEnded: MailTemplate<EntryFacts & { readonly isRemoved: boolean }> = {
  version: 2,
  name: { zh: '您已不在团队中', en: 'You are no longer in a team' },
  example: { ...exampleEntry, isRemoved: true },
  zh: (facts) => ({
    subject: `${facts.isRemoved ? '您已被移出团队' : '您已退出团队'}（${facts.edition.zh}）`,
    body: paragraphs(
      facts.isRemoved
        ? `您好！项目负责人已将您移出${facts.edition.zh}${named(facts).zh}的团队。`
        : `您好！您已退出${facts.edition.zh}${named(facts).zh}的团队。`,
      '您的账号不能再查看或修改该项目，也不再收到有关它的消息。您对该项目表示过的同意不因此改变，可随时向组委会办公室提出撤回。',
      facts.isRemoved
        ? '如有疑问，请联系项目负责人；需要重新加入时，请其再次邀请。'
        : '如非本人操作，请立即修改密码，并联系项目负责人。',
    ),
    short: `【${facts.edition.zh}】${facts.isRemoved ? '您已被移出' : '您已退出'}${named(facts).zh}的团队。`,
  }),
  en: (facts) => ({
    subject: `You ${facts.isRemoved ? 'were removed from' : 'have left'} the team (${facts.edition.en})`,
    body: paragraphs(
      facts.isRemoved
        ? `Hello, the team lead removed you from the team of ${named(facts).en} in ${facts.edition.en}.`
        : `Hello, you have left the team of ${named(facts).en} in ${facts.edition.en}.`,
      'Your account can no longer read or change the entry and gets no further messages about it. What you consented to for the entry is unchanged; you can ask the committee’s office to withdraw it at any time.',
      facts.isRemoved
        ? 'If you have questions, ask the team lead, who can also invite you again.'
        : 'If you did not do this, change your password at once and write to the team lead.',
    ),
    short: `[${facts.edition.en}] You ${facts.isRemoved ? 'were removed from' : 'have left'} the team of ${named(facts).en}.`,
  }),
};
