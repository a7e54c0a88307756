import { useState } from 'react';
import { answer, api, type Schemas } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { useAct } from '../../ui/use-act.js';
import type { DraftFields, DraftStart } from './draft/kept-draft.js';
import { useEntryDraft, type EntryDraft } from './draft/use-entry-draft.js';
import type { EntryAnswers, OwnEntry } from './queries.js';
import type { EntryEdits } from './use-entry-edits.js';

interface EntrySaving {
  save: (isAdopting: boolean) => Promise<void>;
  draft: EntryDraft;
  savedAt: string | null;
  isPending: boolean;
  error: Error | null;
}

/**
 * Keeps the answers on purpose, over what a draft has kept by itself.
 *
 * @param onDone told what came of it, null where another version stands in the way; `isWhole` where nothing was typed
 *   meanwhile
 */
export function useEntrySaving(
  entry: OwnEntry,
  edits: EntryEdits,
  { isDraft, start }: { isDraft: boolean; start: DraftStart },
  onDone: (revised: Schemas['EntryRevisedDto'] | null, isWhole: boolean) => void,
): EntrySaving {
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [isPaused, setPaused] = useState(false);
  const draft = useEntryDraft(entry, start, edits, isPaused);
  const { run, isPending, error } = useAct(
    async ({ body, typed }: { body: EntryAnswers; typed: DraftFields }, key) => {
      const params = { path: { publicId: entry.publicId }, header: { 'Idempotency-Key': key } };
      try {
        const revised = await answer(api.PUT('/api/v1/entries/{publicId}', { params, body }));
        // Answers that were kept are the next version of the draft.
        if (body.seenDraft !== undefined) draft.settle(typed, body.seenDraft + 1);
        return revised;
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.code === 'revision-stale') draft.refuse();
        throw problem;
      } finally {
        setPaused(false);
      }
    },
    ['entry', 'my-entries', 'notices', 'entry-receipt', 'entry-team', 'entry-translation'],
    (revised, { body: { adoptsForm: _, seenDraft: __, ...answers } }) => {
      setSavedAt(new Date().toISOString());
      onDone(revised, edits.stored(answers));
    },
  );
  const save = async (isAdopting: boolean) => {
    const body = { ...edits.answers(), ...(isAdopting ? { adoptsForm: true } : {}) };
    if (!isDraft) {
      run({ body: { ...body, seenDraft: draft.version() }, typed: edits.draft });
      return;
    }
    setPaused(true);
    if (await draft.hold()) run({ body: { ...body, seenDraft: draft.version() }, typed: edits.draft });
    else {
      setPaused(false);
      onDone(null, false);
    }
  };
  return { save, draft, savedAt, isPending, error };
}
