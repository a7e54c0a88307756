import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry, named, type EntryFacts } from './entry-facts.js';

/** To the lead, when somebody who had joined has left, or was removed by the lead. */
export const teamMemberLeft: MailTemplate<EntryFacts & { readonly member: string; readonly isRemoved: boolean }> = {
  version: 2,
  name: { zh: '成员已退出团队', en: 'A member has left the team' },
  example: { ...exampleEntry, member: '王小明', isRemoved: false },
  zh: (facts) => ({
    subject: `${facts.member}${facts.isRemoved ? '已被移出团队' : '已退出团队'}（${facts.edition.zh}）`,
    body: paragraphs(
      facts.isRemoved
        ? `您好！您已将${facts.member}移出${facts.edition.zh}${named(facts).zh}的团队。`
        : `您好！${facts.member}已退出${facts.edition.zh}${named(facts).zh}的团队。`,
      '该账号从现在起不能再查看或修改此项目；姓名仍留在成员名单中，可在项目页面修改。',
      facts.isRemoved ? '如非本人操作，请立即修改密码，并联系组委会办公室。' : '',
    ),
    short: `【${facts.edition.zh}】${facts.member}${facts.isRemoved ? '已被移出' : '已退出'}${named(facts).zh}的团队。`,
  }),
  en: (facts) => ({
    subject: `${facts.member} ${facts.isRemoved ? 'was removed from' : 'has left'} the team (${facts.edition.en})`,
    body: paragraphs(
      facts.isRemoved
        ? `Hello, you removed ${facts.member} from the team of ${named(facts).en} in ${facts.edition.en}.`
        : `Hello, ${facts.member} has left the team of ${named(facts).en} in ${facts.edition.en}.`,
      'From now on that account can neither read nor change the entry. The name stays on the list of members; you may change it on the entry’s page.',
      facts.isRemoved
        ? 'If you did not do this, change your password at once and write to the committee’s office.'
        : '',
    ),
    short: `[${facts.edition.en}] ${facts.member} ${facts.isRemoved ? 'was removed from' : 'has left'} the team of ${named(facts).en}.`,
  }),
};
