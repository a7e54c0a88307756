import type { SheetFields } from './sheet-fields.js';

/** One change of the judge's own: what stood there before. */
export interface Change {
  /** Path of the field. */
  field: string;
  before: string;
  /** Keys of one field follow one another: together they are one change. */
  isTyped: boolean;
  /** Of what is said in words: its newest key. Keys are one change up to a word's end or a pause. */
  words?: { after: string; /** Milliseconds. */ at: number };
}

/** Changes that can be taken back, the newest last; older ones are past remembering. */
const most = 200;

/** Milliseconds without a key after which more of the same text is another change. */
const pause = 1_000;

const wordEnd = /[\s\p{P}]$/u;

export function withChange(changes: readonly Change[], change: Change): readonly Change[] {
  const last = changes.at(-1);
  if (last === undefined || !goesOn(last, change)) return [...changes, change].slice(-most);
  return change.words ? [...changes.slice(0, -1), { ...last, words: change.words }] : changes;
}

function goesOn(last: Change, change: Change): boolean {
  if (!change.isTyped || !last.isTyped || last.field !== change.field) return false;
  if (!last.words || !change.words) return !last.words && !change.words;
  const [grown, grows] = [
    last.words.after.length - last.before.length,
    change.words.after.length - change.before.length,
  ];
  // Text that is taken away is another change than text that is written.
  const isSameWay = grown > 0 === grows > 0;
  const isSameWord = grows <= 0 || !wordEnd.test(last.words.after);
  return isSameWay && isSameWord && change.words.at - last.words.at < pause;
}

/** What is typed from here on is a change of its own, also in the same field. */
export function withTypingEnded(changes: readonly Change[]): readonly Change[] {
  const last = changes.at(-1);
  return last?.isTyped ? [...changes.slice(0, -1), { ...last, isTyped: false }] : changes;
}

/** The fields before the newest change; null where there is none. */
export function undone(
  changes: readonly Change[],
  fields: SheetFields,
): { fields: SheetFields; changes: readonly Change[] } | null {
  const last = changes.at(-1);
  if (!last) return null;
  return { fields: { ...fields, [last.field]: last.before }, changes: changes.slice(0, -1) };
}
