import type { MessageTexts } from '#mail';

export class MessageTextDto {
  /** One line. */
  subject: string;
  /** Plain text; an empty line between paragraphs. */
  body: string;
  /** One line to be copied into WeChat or an SMS; the address of the page follows it. */
  short: string;
}

export class MessageTextsDto {
  zh: MessageTextDto;
  en: MessageTextDto;

  static from({ zh, en }: MessageTexts): MessageTextsDto {
    return { zh: { ...zh }, en: { ...en } };
  }
}
