import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { sheetTotal, type SheetTotal } from '#domain/rubric/sheet-total';
import { validateScoreSheet } from '#domain/rubric/validate-score-sheet';
import type { FieldProblem } from '#domain/errors/field-problem';
import { registerUnsavedWork } from '../identity/unsaved-work.js';
import { readAssignment, type Assignment } from './assignments.js';
import { Autosave, type AutosaveState } from '../autosave/autosave.js';
import { keptSheet } from './kept-sheet.js';
import { leaveWork } from '../autosave/left-work.js';
import { sameScores, withoutBlanks, type Scores } from './scores.js';
import { sendDraft } from './send-draft.js';
import { useUndo, type Undo } from './use-undo.js';

/** Another version that the server holds; the judge's own is what stands on the page. */
export interface Conflict {
  stored: Scores;
  version: number;
}

export interface Sheet {
  scores: Scores;
  changes: Undo;
  problems: FieldProblem[];
  total: SheetTotal;
  saving: AutosaveState;
  conflict: Conflict | null;
  resolve: (wanted: 'mine' | 'stored') => void;
  /** What this device kept when judging ended before it could be sent: shown, counted nowhere. */
  isUndelivered: boolean;
  /** Puts what stands on the server beside what stands here, unless they are the same. */
  challenge: (now: Assignment) => void;
  /** Stores what is pending now, and sends nothing more until something changes. */
  hold: () => Promise<void>;
  /** The server's word after a submission: these scores are the stored ones now, and the draft is gone. */
  settle: (scores: Scores) => void;
}

const pathOf = (criterion: string) => `scores.${criterion}`;

/** What the server would take as a draft: values with a problem stay on the page, exactly as typed. */
function sendable(assignment: Assignment, scores: Scores): Scores {
  const refused = new Set(validateScoreSheet(assignment.rules, { scores }, 'draft').map(({ path }) => path));
  return Object.fromEntries(Object.entries(scores).filter(([key, value]) => value !== '' && !refused.has(pathOf(key))));
}

function latest({ draft, submitted }: Assignment): Scores {
  if (!draft) return submitted?.scores ?? {};
  return submitted && submitted.submittedAt > draft.updatedAt ? submitted.scores : draft.scores;
}

interface Start {
  scores: Scores;
  conflict: Conflict | null;
  autosave: Autosave<Scores>;
  isUndelivered: boolean;
}

function start(assignment: Assignment): Start {
  const { publicId } = assignment;
  const stored = latest(assignment);
  const version = assignment.draft?.version ?? 0;
  const kept = keptSheet.read(publicId);
  const autosave = new Autosave<Scores>((scores, at) => sendDraft(publicId, scores, at), stored, version);
  const alone = { conflict: null, autosave, isUndelivered: false };
  if (!kept || sameScores(kept.value, stored)) return { ...alone, scores: stored };
  if (!assignment.window.isOpen) return { ...alone, scores: kept.value, isUndelivered: true };
  const isOwn = kept.sent.some((own) => sameScores(own, stored));
  if (kept.version === version || isOwn) return { ...alone, scores: kept.value };
  return { ...alone, scores: kept.value, conflict: { stored, version } };
}

/** The scores of one open sheet, from the first key to the receipt. */
export function useSheet(assignment: Assignment): Sheet {
  const { publicId, rules } = assignment;
  const [first] = useState(() => start(assignment));
  const { autosave } = first;
  const [scores, setScores] = useState(first.scores);
  const [early, setEarly] = useState(first.conflict);
  const saving = useSyncExternalStore(autosave.subscribe, autosave.snapshot);
  const late = useStoredVersion(publicId, saving.kind === 'stale' ? autosave.version : null);
  const isSame = late !== null && sameScores(late.stored, sendable(assignment, scores));
  const conflict = early ?? (isSame ? null : late);
  const problems = useMemo(
    () => validateScoreSheet(rules, { scores: withoutBlanks(scores) }, 'draft'),
    [rules, scores],
  );

  useEffect(() => {
    if (conflict || !assignment.window.isOpen) return;
    autosave.change(sendable(assignment, scores));
  }, [assignment, autosave, conflict, scores]);

  useEffect(() => {
    if (late && isSame) autosave.rebase(late.stored, late.version, late.stored);
  }, [autosave, isSame, late]);

  useEffect(() => {
    if (conflict || !assignment.window.isOpen) return;
    if (!autosave.isDirty && problems.length === 0) keptSheet.forget(publicId);
    else keptSheet.hold(publicId, scores, autosave.version);
  }, [assignment, autosave, conflict, problems, publicId, saving, scores]);

  useLeaving(publicId, autosave);
  const changes = useUndo(scores, setScores);

  const resolve = (wanted: 'mine' | 'stored') => {
    if (!conflict) return;
    const chosen = wanted === 'mine' ? scores : conflict.stored;
    autosave.rebase(conflict.stored, conflict.version, sendable(assignment, chosen));
    setEarly(null);
    setScores(chosen);
    changes.forget();
  };
  return {
    scores,
    changes,
    problems,
    // A value out of range is no score yet: 95 of 10 must not make 285 of 100.
    total: sheetTotal(rules, { scores: sendable(assignment, scores) }),
    saving,
    conflict,
    resolve,
    isUndelivered: first.isUndelivered || (saving.kind === 'refused' && saving.problem.code === 'deadline-passed'),
    challenge: useCallback(
      (now: Assignment) => {
        const stored = latest(now);
        if (!sameScores(stored, scores)) setEarly({ stored, version: now.draft?.version ?? 0 });
      },
      [scores],
    ),
    hold: useCallback(() => autosave.flush().finally(() => autosave.stop()), [autosave]),
    settle: useCallback((stored: Scores) => autosave.rebase(stored, 0, stored), [autosave]),
  };
}

/** What the server holds after it refused a draft that rested on `version`; null while there is nothing to settle. */
function useStoredVersion(publicId: string, version: number | null): Conflict | null {
  const { data } = useQuery({
    queryKey: ['assignment', publicId, 'stored', version],
    queryFn: () => readAssignment(publicId),
    enabled: version !== null,
    gcTime: 0,
  });
  if (version === null || !data) return null;
  return { stored: latest(data), version: data.draft?.version ?? 0 };
}

/** Sends what is pending when the judge goes on, and warns before the tab closes over it. */
function useLeaving(publicId: string, autosave: Autosave<Scores>): void {
  useEffect(() => {
    const end = registerUnsavedWork({
      isDirty: () => autosave.isDirty,
      save: () => autosave.flush(),
      drop: () => autosave.drop(),
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
