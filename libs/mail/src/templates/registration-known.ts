import { paragraphs, type MailTemplate } from '../template.js';
import { exampleRegistration, type RegistrationFacts } from './registration-confirm.js';

/** To the owner of an account whose address somebody registered once more. */
export const registrationKnown: MailTemplate<RegistrationFacts> = {
  version: 3,
  name: { zh: '该邮箱已有账号', en: 'There is an account already' },
  example: exampleRegistration,
  zh: ({ edition }) => ({
    subject: `您已有账号（${edition.zh}）`,
    body: paragraphs(
      `您好！有人用此邮箱注册${edition.zh}的账号，而您已有账号，请直接登录。`,
      '忘记密码请在登录页面点“设置新密码”。如果不是您本人操作，不必理会：您的账号没有任何变化。',
    ),
    short: `【${edition.zh}】您已有账号，请直接登录。`,
  }),
  en: ({ edition }) => ({
    subject: `You have an account already (${edition.en})`,
    body: paragraphs(
      `Hello, somebody registered an account with ${edition.en} under this address, but you have one already: please sign in.`,
      'If you have forgotten the password, ask for a new one on the sign-in page. If it was not you, you can ignore this message: your account has not changed.',
    ),
    short: `[${edition.en}] You have an account already; please sign in.`,
  }),
};
