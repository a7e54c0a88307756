import { paragraphs, type MailTemplate } from '../template.js';
import { exampleEntry, named, type EntryFacts } from './entry-facts.js';

type TranslationFacts = EntryFacts & {
  /** Made by a machine, which the office has taken over. */
  readonly isMachine: boolean;
};

/** The office has put an entry into its other language. */
export const translationWritten: MailTemplate<TranslationFacts> = {
  version: 2,
  name: { zh: '译文待确认', en: 'Translation to be confirmed' },
  example: { ...exampleEntry, isMachine: false },
  zh: (facts) => ({
    subject: `请确认项目译文（${facts.edition.zh}）`,
    body: paragraphs(
      `您好！组委会办公室已为${named(facts).zh}录入另一种语言的项目名称和简介${facts.isMachine ? '（机器翻译）' : ''}。`,
      '请在项目页面核对：确认无误请点“确认译文”，也可改为团队自己的译文。评委同时看到原文和译文，并看到译文是谁写的、团队是否已确认。',
      '如有出入，以原文为准。',
    ),
    short: `【${facts.edition.zh}】${named(facts).zh}有了译文，请核对并确认，或改用团队自己的译文。`,
  }),
  en: (facts) => ({
    subject: `Please confirm a translation (${facts.edition.en})`,
    body: paragraphs(
      `Hello, the committee’s office has entered title and summary of ${named(facts).en} in its other language${facts.isMachine ? ' (translated by a machine)' : ''}.`,
      'Please read them on the entry’s page: confirm the translation, or send your own. Judges see the original and the translation, who made it, and whether the team has confirmed it.',
      'Where the two differ, the original prevails.',
    ),
    short: `[${facts.edition.en}] There is a translation of ${named(facts).en}: please confirm it, or send your own.`,
  }),
};
