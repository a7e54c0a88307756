import type { MailParameter } from '../template.js';

/** What every message about an entry names. */
export type EntryFacts = {
  readonly edition: { readonly zh: string; readonly en: string };
  readonly title: string;
  /** Null while it is a draft. */
  readonly number: number | null;
  readonly [name: string]: MailParameter;
};

export type VersionFacts = EntryFacts & {
  readonly version: number;
  /** Hash of the ledger event, 64 hex digits. */
  readonly receipt: string;
  /** When it came in, ISO 8601. */
  readonly at: string;
};

export const exampleEntry = {
  edition: { zh: '示例创新创业大赛', en: 'Example Innovation Contest' },
  title: '一种示例材料 An example material',
  number: 27,
} as const;

export const exampleVersion = {
  ...exampleEntry,
  version: 1,
  receipt: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  at: '2026-10-12T08:30:00.000Z',
} as const;

/** `第 27 号项目《…》`, or without its number while it has none. */
export const named = ({ number, title }: EntryFacts) =>
  number === null
    ? { zh: `项目《${title}》`, en: `“${title}”` }
    : { zh: `第 ${number} 号项目《${title}》`, en: `entry no. ${number}, “${title}”` };
