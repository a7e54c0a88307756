import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { sheetTotal, type SheetTotal } from '#domain/rubric/sheet-total';
import { validateScoreSheet } from '#domain/rubric/validate-score-sheet';
import type { FieldProblem } from '#domain/errors/field-problem';
import { useLocale } from '../../locales/use-text.js';
import { registerUnsavedWork } from '../identity/unsaved-work.js';
import { readAssignment, renewStored, type Assignment } from './assignments.js';
import type { Autosave, AutosaveState } from '../autosave/autosave.js';
import { isKept } from '../../device/kept-on-device.js';
import { forgetSheet, keptSheet, keptSheetName } from './kept-sheet.js';
import { leaveWork, openWork } from '../autosave/left-work.js';
import { inPlace, sameFields, sheetOf, withLanguage, type SheetFields } from './sheet-fields.js';
import { overtaken, revisionOf, sendable, startSheet, storedVersion, type Conflict } from './sheet-start.js';
import { useUndo, type Undo } from './use-undo.js';

export interface Sheet {
  fields: SheetFields;
  changes: Undo;
  problems: FieldProblem[];
  total: SheetTotal;
  saving: AutosaveState;
  conflict: Conflict | null;
  resolve: (wanted: 'mine' | 'stored') => void;
  /** The newest submitted revision that the judge has seen, 0 where there is none. */
  seenRevision: number;
  /** What was kept here when judging ended before it could be sent: shown, counted nowhere. */
  isUndelivered: boolean;
  /** Given under earlier rules, for which the sheet has no place any more. */
  dropped: SheetFields;
  /** Nothing of the sheet is sent yet: it would take away what the rules have no place for, before the judge has said so. */
  isHeldBack: boolean;
  goOnWithoutDropped: () => void;
  /** Lets what was kept here go; nothing of it is sent or asked about any more. */
  drop: () => void;
  /** Stores what is pending now, and sends nothing more until something changes; false where another version stands there. */
  hold: () => Promise<boolean>;
  /** After a hold that no submission followed: what is pending is tried again. */
  resume: () => void;
  /** The server's word after a submission: these fields are the stored ones now, and the draft is gone. */
  settle: (fields: SheetFields, revision: number) => void;
}

/** The fields of one open sheet, from the first key to the receipt. */
export function useSheet(assignment: Assignment): Sheet {
  const { publicId, rules, window: judging } = assignment;
  const [first] = useState(() => startSheet(assignment));
  const { autosave } = first;
  const language = useLocale();
  const [fields, setOpened] = useState(() => withLanguage(rules, first.fields, language));
  // Until the judge goes on, what was given under earlier rules stays whole where it is: on the server, or kept here.
  const [isHeldBack, setHeldBack] = useState(() => Object.keys(first.dropped).length > 0);
  const isSending = judging.isOpen && !isHeldBack;
  const setFields = (next: SheetFields) => {
    setHeldBack(false);
    setOpened(next);
  };
  const saving = useSyncExternalStore(autosave.subscribe, autosave.snapshot);
  const { conflict, seenRevision, seen, end } = useConflict(assignment, first, fields, saving);
  const problems = useMemo(() => validateScoreSheet(rules, sheetOf(fields), 'draft'), [rules, fields]);

  useEffect(() => {
    if (conflict || !isSending) return;
    autosave.change(sendable(assignment, fields));
  }, [assignment, autosave, conflict, isSending, fields]);

  useEffect(() => {
    if (conflict || !isSending) return;
    if (!autosave.isDirty && problems.length === 0) keptSheet.forget(publicId);
    else keptSheet.hold(publicId, fields, autosave.version, seenRevision);
  }, [autosave, conflict, isSending, problems, publicId, saving, fields, seenRevision]);

  useLeaving(publicId, autosave);
  const changes = useUndo(fields, setFields);
  const endTyping = changes.endTyping;

  const resolve = (wanted: 'mine' | 'stored') => {
    if (!conflict) return;
    const chosen = wanted === 'mine' ? fields : conflict.stored;
    autosave.rebase(conflict.held, conflict.version, sendable(assignment, chosen));
    end();
    setFields(withLanguage(rules, inPlace(rules, chosen), language));
    changes.forget();
  };
  return {
    ...{ fields, changes, problems, saving, conflict, resolve, seenRevision },
    // A value out of range is no score yet: 95 of 10 must not make 285 of 100.
    total: sheetTotal(rules, sheetOf(sendable(assignment, fields))),
    isUndelivered:
      first.isUndelivered ||
      (assignment.late === null && saving.kind === 'refused' && saving.problem.code === 'deadline-passed'),
    dropped: first.dropped,
    isHeldBack: isHeldBack && judging.isOpen,
    goOnWithoutDropped: () => setHeldBack(false),
    drop: useCallback(() => {
      autosave.drop();
      forgetSheet(publicId);
    }, [autosave, publicId]),
    hold: useCallback(() => autosave.hold(), [autosave]),
    resume: useCallback(() => void autosave.flush(), [autosave]),
    settle: useCallback(
      (stored: SheetFields, revision: number) => {
        autosave.rebase(stored, 0, stored);
        keptSheet.forget(publicId);
        setHeldBack(false);
        seen(revision);
        endTyping();
      },
      [autosave, endTyping, publicId, seen],
    ),
  };
}

interface Standing {
  conflict: Conflict | null;
  seenRevision: number;
  seen: (revision: number) => void;
  /** The judge has seen both and chosen. */
  end: () => void;
}

/** What the server holds beside what stands on the page: a submission or a draft made elsewhere, found at the start or later. */
function useConflict(
  assignment: Assignment,
  first: ReturnType<typeof startSheet>,
  fields: SheetFields,
  saving: AutosaveState,
): Standing {
  const { autosave } = first;
  const [early, setEarly] = useState(first.conflict);
  const [seenRevision, setSeen] = useState(first.seen.revision);
  const revision = revisionOf(assignment);
  const { isOpen } = assignment.window;
  const submitted = isOpen ? overtaken(assignment, seenRevision, fields) : null;
  // The same fields are no news: the next act rests on that revision.
  if (isOpen && submitted === null && seenRevision !== revision) setSeen(revision);
  useEffect(() => first.seen.renew(seenRevision), [first, seenRevision]);

  const late = useStoredVersion(assignment.publicId, saving.kind === 'stale' ? autosave.version : null);
  const isSame = late !== null && sameFields(late.stored, sendable(assignment, fields));
  useEffect(() => {
    if (late && isSame) autosave.rebase(late.held, late.version, late.held);
  }, [autosave, isSame, late]);

  return {
    conflict: submitted ?? early ?? (isSame ? null : late),
    seenRevision,
    seen: setSeen,
    end: () => {
      setEarly(null);
      setSeen(revision);
    },
  };
}

/** What the server holds after it refused a draft that rested on `version`; null while there is nothing to settle. */
function useStoredVersion(publicId: string, version: number | null): Conflict | null {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['assignment', publicId, 'stored', version],
    queryFn: async () => {
      const now = await readAssignment(publicId);
      renewStored(client, now);
      return storedVersion(now);
    },
    enabled: version !== null,
    gcTime: 0,
  });
  return version === null ? null : (data ?? null);
}

/** Sends what is pending when the judge goes on, and warns before the tab closes over what is kept nowhere else. */
function useLeaving(publicId: string, autosave: Autosave<SheetFields>): void {
  useEffect(() => {
    const close = openWork(publicId);
    const end = registerUnsavedWork({
      isDirty: () => autosave.isDirty,
      save: () => autosave.flush(),
      drop: () => autosave.drop(),
    });
    const online = () => void autosave.flush();
    const unload = (event: BeforeUnloadEvent) => {
      if (autosave.isDirty && !isKept(keptSheetName(publicId))) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', unload);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', unload);
      end();
      close();
      leaveWork(publicId, autosave);
    };
  }, [autosave, publicId]);
}
