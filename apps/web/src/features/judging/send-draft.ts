import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { amendAnswer } from '../../device/prepared.js';
import type { Assignment } from './assignments.js';
import { keptSheet } from './kept-sheet.js';
import { assignmentName } from './offline/prepared-names.js';
import { fieldsOf, sameFields, sheetOf, type SheetBody, type SheetFields } from './sheet-fields.js';

/** A line that takes everything and answers nothing counts as cut after this. */
export const patienceMs = 20_000;

interface Saved {
  version: number;
  updatedAt: string;
}

type Draft = Saved & SheetBody;

/** What the judge has seen: the draft's version and the submitted revision, 0 where there is none. */
interface Seen {
  version: number;
  revision: number;
}

/** Stores a draft over the version it rests on, or over one of this device's own whose answer was lost. */
export async function sendDraft(publicId: string, fields: SheetFields, seen: Seen): Promise<Saved> {
  keptSheet.sending(publicId, fields);
  const saved = await put(publicId, fields, seen).catch((error: unknown) => {
    const own = storedOf(error);
    const stored = own && fieldsOf(own);
    if (!stored || !keptSheet.read(publicId)?.sent.some((sent) => sameFields(sent, stored))) throw error;
    return sameFields(stored, fields) ? own : put(publicId, fields, { ...seen, version: own.version });
  });
  const { version, updatedAt } = saved;
  const draft = { version, updatedAt, deduction: null, comments: null, ...sheetOf(fields) };
  // What was prepared for work without network shows it from now on, before the device forgets what was typed.
  await amendAnswer<Assignment>(assignmentName(publicId), (kept) => ({ ...kept, draft }));
  keptSheet.confirm(publicId, fields, version);
  return saved;
}

function put(publicId: string, fields: SheetFields, { version, revision }: Seen): Promise<Saved> {
  return answer(
    api.PUT('/api/v1/assignments/{publicId}/draft', {
      params: { path: { publicId }, header: { 'If-Match': `"${version}"` } },
      // Said, not left out: what a request leaves out stays in the draft, for the sake of pages that do not know of it.
      body: { deduction: null, comments: null, ...sheetOf(fields), seenRevision: revision },
      signal: AbortSignal.timeout(patienceMs),
    }),
  );
}

/** The draft that stands in the way of a stale one, as the refusal tells it. */
function storedOf(error: unknown): Draft | null {
  if (!(error instanceof ApiProblem) || error.code !== 'revision-stale') return null;
  return (error.problem?.details?.['stored'] as Draft | null | undefined) ?? null;
}
