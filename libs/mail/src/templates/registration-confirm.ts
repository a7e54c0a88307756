import { paragraphs, type MailParameter, type MailTemplate } from '../template.js';
import { exampleEntry } from './entry-facts.js';

export type RegistrationFacts = {
  readonly edition: { readonly zh: string; readonly en: string };
  /** For which the link holds. */
  readonly hours: number;
  readonly [name: string]: MailParameter;
};

export const exampleRegistration = { edition: exampleEntry.edition, hours: 72 } as const;

/** To whoever asked for an account, at the address given. */
export const registrationConfirm: MailTemplate<RegistrationFacts> = {
  version: 2,
  name: { zh: '确认注册邮箱', en: 'Confirmation of a registration' },
  example: exampleRegistration,
  zh: ({ edition, hours }) => ({
    subject: `请确认您的邮箱（${edition.zh}）`,
    body: paragraphs(
      `您好！有人用此邮箱注册了${edition.zh}的账号。`,
      `如果是您本人，请在 ${hours} 小时内打开下面的链接，输入注册时设置的密码，确认后即可登录。`,
      '如果不是您本人，不必理会：未经确认，账号不会生效。',
    ),
    short: `【${edition.zh}】请在 ${hours} 小时内确认您的邮箱。`,
  }),
  en: ({ edition, hours }) => ({
    subject: `Please confirm your address (${edition.en})`,
    body: paragraphs(
      `Hello, somebody registered an account with ${edition.en} under this address.`,
      `If it was you, open the link below within ${hours} hours and enter the password that you chose; you will then be signed in.`,
      'If it was not you, you can ignore this message: unless it is confirmed, the account does not take effect.',
    ),
    short: `[${edition.en}] Please confirm your address within ${hours} hours.`,
  }),
};
