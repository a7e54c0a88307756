import { inTab, keptWork } from '../../autosave/kept-work.js';
import { emptyFields, fieldsOf, trimmedAnswers, type EntryFields } from '../entry-fields.js';
import type { OwnEntry } from '../queries.js';

/** What stands in the form of a draft: without blanks, its keys in one order, so that equal drafts are equal texts. */
export type DraftFields = Partial<EntryFields>;

export const draftOf = (fields: object): DraftFields => trimmedAnswers({ ...fields });
export const sameDraft = (a: DraftFields, b: DraftFields) => JSON.stringify(draftOf(a)) === JSON.stringify(draftOf(b));

/** In this tab until the server has it. */
export const keptDraft = keptWork<DraftFields>('entry', sameDraft, inTab);

/** Another version that the server holds; one's own is what stands on the page. */
export interface DraftConflict {
  stored: DraftFields;
  version: number;
}

/** What the server holds of a draft: what was typed last, else the answers that were kept. */
export function storedDraft({ draft, form }: Pick<OwnEntry, 'draft' | 'form'>): DraftConflict {
  const stored = draft.document === null ? fieldsOf(form) : (draft.document as DraftFields);
  return { stored: draftOf(stored), version: draft.version };
}

export interface DraftStart {
  /** What the form begins with. */
  fields: Partial<EntryFields>;
  /** What the server holds. */
  held: DraftConflict;
  conflict: DraftConflict | null;
}

/** Where typing goes on: from what this tab has kept, or from what the server holds; from both where they differ. */
export function draftStart(entry: OwnEntry): DraftStart {
  const held = storedDraft(entry);
  const whole = (fields: DraftFields) => ({ ...emptyFields(), ...fields });
  const kept = entry.state === 'draft' && entry.isOpen ? keptDraft.read(entry.publicId) : null;
  if (!kept) return { fields: whole(held.stored), held, conflict: null };
  const isOwn = [kept.value, ...kept.sent].some((own) => sameDraft(own, held.stored));
  const conflict = kept.version === held.version || isOwn ? null : held;
  return { fields: whole(kept.value), held, conflict };
}
