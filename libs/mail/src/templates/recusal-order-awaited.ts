import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry } from './entry-facts.js';

export interface RecusalOrderAwaitedFacts {
  readonly [name: string]: string | { readonly zh: string; readonly en: string };
  readonly edition: { readonly zh: string; readonly en: string };
}

/** To whoever may confirm an ordered recusal; whom and which entry it concerns, the page alone says. */
export const recusalOrderAwaited: MailTemplate<RecusalOrderAwaitedFacts> = {
  version: 1,
  name: { zh: '责令回避等待确认', en: 'An ordered recusal awaits confirmation' },
  example: { edition: exampleEntry.edition },
  zh: ({ edition }) => ({
    subject: `一项责令回避等待您确认（${edition.zh}）`,
    body: paragraphs(
      `您好！${edition.zh}有一项责令回避已提出，须由另一人确认或驳回。`,
      '在此之前，当事人看不到相关项目，其他一切照旧。请打开下面的链接，看清理由和依据后再决定。',
    ),
    short: `【${edition.zh}】一项责令回避等待第二人确认。`,
  }),
  en: ({ edition }) => ({
    subject: `An ordered recusal awaits you (${edition.en})`,
    body: paragraphs(
      `Hello, a recusal has been ordered in ${edition.en}. A second person has to confirm or decline it.`,
      'Until then whom it concerns reads nothing of the entry, and all else stays as it is. Please open the link below and look at the reason and the evidence before you decide.',
    ),
    short: `[${edition.en}] An ordered recusal awaits a second person.`,
  }),
};
