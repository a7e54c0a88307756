import type { SheetFields } from './sheet-fields.js';

/** One change of the judge's own: what stood there before. */
export interface Change {
  /** Path of the field. */
  field: string;
  before: string;
  /** Keys of one field follow one another: together they are one change. */
  isTyped: boolean;
}

/** Changes that can be taken back, the newest last; older ones are past remembering. */
const most = 50;

export function withChange(changes: readonly Change[], change: Change): readonly Change[] {
  const last = changes.at(-1);
  if (change.isTyped && last?.isTyped && last.field === change.field) return changes;
  return [...changes, change].slice(-most);
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
