import { oneLine } from './one-line.js';
import type { MailLocale, MessageTexts } from './template.js';

export interface Letter {
  readonly publicId: string;
  /** From 1: a message that is sent again on purpose is another mail. */
  readonly round: number;
  readonly address: string;
  readonly name: string | null;
  readonly locale: MailLocale;
  readonly texts: MessageTexts;
  /** Path from the root. */
  readonly link: string | null;
}

export interface ComposedLetter {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
}

const divider = '————————';

/**
 * The mail of a message: the recipient's language first, then the other, as plain text and as HTML of the same words. Its
 * Message-ID is the same at each attempt, so that a server that took it before an answer was lost can drop the second.
 */
export function composeLetter(letter: Letter, publicOrigin: string): ComposedLetter {
  const { texts, locale } = letter;
  const [first, second] = locale === 'zh' ? [texts.zh, texts.en] : [texts.en, texts.zh];
  const link = letter.link === null ? null : `${publicOrigin}${letter.link}`;
  const parts = [first.body, ...(link === null ? [] : [link]), divider, second.body, ...(link === null ? [] : [link])];
  return {
    to: { name: oneLine(letter.name ?? ''), address: letter.address },
    subject: oneLine(`${first.subject} / ${second.subject}`),
    text: parts.join('\n\n'),
    html: htmlOf(
      parts.flatMap((part) => part.split('\n\n')),
      link,
      locale,
    ),
    messageId: `<${letter.publicId}.${letter.round}@${new URL(publicOrigin).hostname.replace(/[[\]]/g, '')}>`,
  };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? '');

function htmlOf(parts: readonly string[], link: string | null, locale: MailLocale): string {
  const blocks = parts.map((part) => {
    if (part === divider) return '<hr>';
    const text = escaped(part);
    return part === link ? `<p><a href="${text}">${text}</a></p>` : `<p>${text.replaceAll('\n', '<br>')}</p>`;
  });
  const lang = locale === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><body>${blocks.join('\n')}</body></html>`;
}
