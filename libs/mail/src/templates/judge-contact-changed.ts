import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry } from './entry-facts.js';

type ContactFacts = {
  readonly edition: { readonly zh: string; readonly en: string };
  readonly judge: string;
  /** The new one with most of it left out: who reads this may be somebody else. */
  readonly address: string;
};

/** To the address that a judge had, once another has taken its place. */
export const judgeContactChanged: MailTemplate<ContactFacts> = {
  version: 1,
  name: { zh: '评委邮箱已更改', en: 'Address of a judge changed' },
  example: { edition: exampleEntry.edition, judge: '王小明', address: 'w***@example.org' },
  zh: ({ edition, judge, address }) => ({
    subject: `您的登录邮箱已更改（${edition.zh}）`,
    body: paragraphs(
      `${judge}，您好！组委会经两人办理，已把您担任${edition.zh}评委的登录邮箱由本邮箱改为 ${address}。`,
      '原有登录和发到本邮箱的链接都已失效；密码未变，请用新邮箱登录。',
      '如果您没有要求更改，请立即联系组委会。',
    ),
    short: `【${edition.zh}】${judge}，您的登录邮箱已改为 ${address}。如非您的要求，请立即联系组委会。`,
  }),
  en: ({ edition, judge, address }) => ({
    subject: `Your address for signing in has changed (${edition.en})`,
    body: paragraphs(
      `Hello ${judge}, two people of the committee have changed the address with which you sign in as a judge of ${edition.en}, from this one to ${address}.`,
      'You are signed out everywhere, and links sent to this address are dead. Your password has not changed: sign in with the new address.',
      'If you did not ask for it, tell the committee at once.',
    ),
    short: `[${edition.en}] ${judge}, your address for signing in is ${address} now. If you did not ask for it, tell the committee at once.`,
  }),
};
