import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { keptSheet } from './kept-sheet.js';
import { sameScores, type Scores } from './scores.js';

interface Draft {
  scores: Scores;
  version: number;
}

/** What the judge has seen: the draft's version and the submitted revision, 0 where there is none. */
interface Seen {
  version: number;
  revision: number;
}

/** Stores a draft over the version it rests on, or over one of this tab's own whose answer was lost. */
export async function sendDraft(publicId: string, scores: Scores, seen: Seen): Promise<{ version: number }> {
  keptSheet.sending(publicId, scores);
  const saved = await put(publicId, scores, seen).catch((error: unknown) => {
    const own = storedOf(error);
    if (!own || !keptSheet.read(publicId)?.sent.some((sent) => sameScores(sent, own.scores))) throw error;
    return sameScores(own.scores, scores) ? own : put(publicId, scores, { ...seen, version: own.version });
  });
  keptSheet.confirm(publicId, scores, saved.version);
  return saved;
}

function put(publicId: string, scores: Scores, { version, revision }: Seen): Promise<{ version: number }> {
  return answer(
    api.PUT('/api/v1/assignments/{publicId}/draft', {
      params: { path: { publicId }, header: { 'If-Match': `"${version}"` } },
      body: { scores, seenRevision: revision },
    }),
  );
}

/** The draft that stands in the way of a stale one, as the refusal tells it. */
function storedOf(error: unknown): Draft | null {
  if (!(error instanceof ApiProblem) || error.code !== 'revision-stale') return null;
  return (error.problem?.details?.['stored'] as Draft | null | undefined) ?? null;
}
