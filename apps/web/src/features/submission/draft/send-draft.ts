import { answer, api } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { keptDraft, sameDraft, type DraftFields } from './kept-draft.js';

/** Keeps a draft over the version it rests on, or over one of this tab's own whose answer was lost. */
export async function sendDraft(publicId: string, fields: DraftFields, version: number): Promise<{ version: number }> {
  keptDraft.sending(publicId, fields);
  const saved = await put(publicId, fields, version).catch((error: unknown) => {
    const own = storedOf(error);
    if (!own || !keptDraft.read(publicId)?.sent.some((sent) => sameDraft(sent, own.stored))) throw error;
    return sameDraft(own.stored, fields) ? own : put(publicId, fields, own.version);
  });
  keptDraft.confirm(publicId, fields, saved.version);
  return saved;
}

function put(publicId: string, fields: DraftFields, version: number): Promise<{ version: number }> {
  return answer(
    api.PUT('/api/v1/entries/{publicId}/draft', {
      params: { path: { publicId }, header: { 'If-Match': `"${version}"` } },
      body: { document: { ...fields } },
    }),
  );
}

/** The draft that stands in the way of a stale one, as the refusal tells it. */
function storedOf(error: unknown): { stored: DraftFields; version: number } | null {
  if (!(error instanceof ApiProblem) || error.code !== 'revision-stale') return null;
  const { revision, stored } = error.problem?.details ?? {};
  return typeof revision === 'number' && stored ? { stored, version: revision } : null;
}
