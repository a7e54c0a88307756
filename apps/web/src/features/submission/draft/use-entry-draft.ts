import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { answer, api } from '../../../api/client.js';
import { Autosave, type AutosaveState } from '../../autosave/autosave.js';
import { leaveWork } from '../../autosave/left-work.js';
import { registerUnsavedWork } from '../../identity/unsaved-work.js';
import type { OwnEntry } from '../queries.js';
import type { EntryEdits } from '../use-entry-edits.js';
import {
  keptDraft,
  sameDraft,
  storedDraft,
  type DraftConflict,
  type DraftFields,
  type DraftStart,
} from './kept-draft.js';
import { sendDraft } from './send-draft.js';

export interface EntryDraft {
  saving: AutosaveState;
  conflict: DraftConflict | null;
  resolve: (wanted: 'mine' | 'stored') => void;
  /** Keeps what is pending now; false where another version stands in the way. */
  hold: () => Promise<boolean>;
  /** The version that the answers are kept over. */
  version: () => number;
  /** After the answers were kept: from where typing goes on. */
  settle: (fields: DraftFields, version: number) => void;
  /** The answers were refused, for another version is stored. */
  refuse: () => void;
}

/** Keeps a draft by itself while it is typed; what is submitted is changed on purpose alone. */
export function useEntryDraft(entry: OwnEntry, first: DraftStart, edits: EntryEdits, isPaused: boolean): EntryDraft {
  const { publicId } = entry;
  const isKept = entry.state === 'draft' && entry.isOpen;
  const [autosave] = useState(
    () =>
      new Autosave<DraftFields>(
        (fields, version) => sendDraft(publicId, fields, version),
        first.held.stored,
        first.held.version,
      ),
  );
  const [early, setEarly] = useState(first.conflict);
  const saving = useSyncExternalStore(autosave.subscribe, autosave.snapshot);
  const late = useStoredDraft(publicId, saving.kind === 'stale' ? autosave.version : null);
  const { draft } = edits;
  const isSame = late !== null && sameDraft(late.stored, draft);
  const conflict = early ?? (isSame ? null : late);

  useEffect(() => {
    if (!isKept || conflict || isPaused) return;
    autosave.change(draft);
  }, [autosave, conflict, draft, isKept, isPaused]);

  useEffect(() => {
    if (late && isSame) autosave.rebase(late.stored, late.version, late.stored);
  }, [autosave, isSame, late]);

  useEffect(() => {
    if (!isKept) return;
    if (conflict) {
      // What is typed beside the other version survives a reload; the version kept before still tells of the conflict.
      keptDraft.hold(publicId, draft, keptDraft.read(publicId)?.version ?? autosave.version);
    } else if (autosave.isDirty) keptDraft.hold(publicId, draft, autosave.version);
    else keptDraft.forget(publicId);
  }, [autosave, conflict, draft, isKept, publicId, saving]);

  useLeaving(publicId, autosave);

  return {
    saving,
    conflict,
    resolve: (wanted) => {
      if (!conflict) return;
      const chosen = wanted === 'mine' ? draft : conflict.stored;
      // What is submitted is never sent by itself: it stays on the page until it is saved on purpose.
      autosave.rebase(conflict.stored, conflict.version, isKept ? chosen : conflict.stored);
      setEarly(null);
      if (wanted === 'stored') edits.replace(conflict.stored);
    },
    hold: useCallback(async () => {
      await autosave.flush();
      autosave.stop();
      return autosave.state.kind !== 'stale';
    }, [autosave]),
    version: () => autosave.version,
    settle: useCallback(
      (fields, version) => {
        autosave.rebase(fields, version, fields);
        keptDraft.forget(publicId);
      },
      [autosave, publicId],
    ),
    refuse: useCallback(() => autosave.refuse(), [autosave]),
  };
}

/** What the server holds after it refused a draft that rested on `version`; null while there is nothing to settle. */
function useStoredDraft(publicId: string, version: number | null): DraftConflict | null {
  const { data } = useQuery({
    queryKey: ['entry-stored', publicId, version],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}', { params: { path: { publicId } } })),
    enabled: version !== null,
    gcTime: 0,
  });
  return version === null || !data ? null : storedDraft(data);
}

/** Sends what is pending when the page is left, and warns before the tab closes over it. */
function useLeaving(publicId: string, autosave: Autosave<DraftFields>): void {
  useEffect(() => {
    const end = registerUnsavedWork({
      isDirty: () => autosave.isDirty,
      save: () => autosave.flush(),
      drop: () => {
        autosave.drop();
        keptDraft.forget(publicId);
      },
    });
    const online = () => void autosave.flush();
    const unload = (event: BeforeUnloadEvent) => {
      if (autosave.isDirty) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', unload);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', unload);
      end();
      leaveWork(publicId, autosave);
    };
  }, [autosave, publicId]);
}
