export type MailLocale = 'zh' | 'en';
export const mailLocales: readonly MailLocale[] = ['zh', 'en'];

/** What one message says in one language. */
export interface MessageText {
  /** One line. */
  readonly subject: string;
  /** Plain text; an empty line between paragraphs. The address of the page follows it. */
  readonly body: string;
  /** One line to be copied into WeChat or an SMS; the address of the page follows it. */
  readonly short: string;
}

export type MessageTexts = Readonly<Record<MailLocale, MessageText>>;

/** What parameters may hold, as they stand in the database. */
export type MailParameter =
  | string
  | number
  | boolean
  | null
  | { readonly zh: string; readonly en: string }
  | readonly { readonly [name: string]: string | number | null }[];
export type MailParameters = { readonly [name: string]: MailParameter };

/** A message as data: no template is made of what somebody typed, parameters alone are. */
export interface MailTemplate<P> {
  /** Counts the wordings: each message keeps the number of its own. */
  readonly version: number;
  readonly name: { readonly zh: string; readonly en: string };
  /** For the preview. */
  readonly example: P;
  readonly zh: (parameters: P) => MessageText;
  readonly en: (parameters: P) => MessageText;
}

/** Paragraphs as one plain text. */
export const paragraphs = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');
