import { paragraphs, type MailTemplate } from '../template.js';

type ForgottenFacts = {
  /** For which the link holds. */
  readonly hours: number;
};

/** To the owner of an account who has forgotten its password. */
export const passwordForgotten: MailTemplate<ForgottenFacts> = {
  version: 2,
  name: { zh: '忘记密码', en: 'Forgotten password' },
  example: { hours: 2 },
  zh: ({ hours }) => ({
    subject: '设置新密码',
    body: paragraphs(
      '您好！有人在登录页面为您的账号索取了设置新密码的链接。',
      `如果是您本人，请在 ${hours} 小时内打开下面的链接并设置新密码；链接只能使用一次，设置后其他设备上的登录全部失效。`,
      '如果不是您本人，不必理会：打开链接本身不改变任何东西，原密码继续有效。请勿把链接转给他人。',
    ),
    short: `请在 ${hours} 小时内打开链接设置新密码。`,
  }),
  en: ({ hours }) => ({
    subject: 'Set a new password',
    body: paragraphs(
      'Hello, somebody asked on the sign-in page for a link to set a new password for your account.',
      `If it was you, open the link below within ${hours} hours and set one. It works once, and ends every session of yours on other devices.`,
      'If it was not you, you can ignore this message: opening the link changes nothing, and your password still works. Do not pass the link on.',
    ),
    short: `Open the link within ${hours} hours to set a new password.`,
  }),
};
