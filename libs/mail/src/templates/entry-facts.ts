import { momentText } from '../moment-text.js';
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
  /** Submitted after the deadline, by the edition's rule. */
  readonly isLate: boolean;
  /** The files that the version names. */
  readonly files: readonly VersionFile[];
};

export type VersionFile = {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hex digits. */
  readonly sha256: string;
  /** ISO 8601: until when its bytes may still follow; null where they have come. */
  readonly bytesUntil: string | null;
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
  isLate: false,
  files: [
    {
      name: '商业计划书.pdf',
      size: 3_481_600,
      sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
      bytesUntil: null,
    },
  ] as readonly VersionFile[],
} as const;

/** `第 27 号项目《…》`, or without its number while it has none. */
export const named = ({ number, title }: EntryFacts) =>
  number === null
    ? { zh: `项目《${title}》`, en: `“${title}”` }
    : { zh: `第 ${number} 号项目《${title}》`, en: `entry no. ${number}, “${title}”` };

const bytes = (size: number) => String(size).replace(/\B(?=(\d{3})+$)/g, ',');

/** The files of a receipt, one paragraph; empty where there are none. */
export function filesText(files: readonly VersionFile[]): { readonly zh: string; readonly en: string } {
  if (files.length === 0) return { zh: '', en: '' };
  const zh = files.map(({ name, size, sha256, bytesUntil }) => {
    const follows = bytesUntil === null ? '' : `\n文件内容尚未收到，须在 ${momentText(bytesUntil).zh}之前上传`;
    return `${name}（${bytes(size)} 字节）\nSHA-256：${sha256}${follows}`;
  });
  const en = files.map(({ name, size, sha256, bytesUntil }) => {
    const follows = bytesUntil === null ? '' : `\nIts bytes have still to follow, by ${momentText(bytesUntil).en}`;
    return `${name} (${bytes(size)} bytes)\nSHA-256: ${sha256}${follows}`;
  });
  return { zh: `文件：\n${zh.join('\n')}`, en: `Files:\n${en.join('\n')}` };
}
