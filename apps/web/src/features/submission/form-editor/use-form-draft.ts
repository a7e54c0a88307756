import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldProblem } from '#domain/errors/field-problem';
import type { FormDefinition } from '#domain/form/form-definition';
import { validateForm } from '#domain/form/validate-form';
import { answer, api, type Schemas } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';

export type DraftState = 'saved' | 'saving' | 'failed' | 'stale';

export interface FormDraft {
  form: FormDefinition;
  problems: readonly FieldProblem[];
  /** Of the stored draft: 0 where there is none. */
  version: number;
  state: DraftState;
  /** Whether a draft stands apart from what is published. */
  hasDraft: boolean;
  change: (form: FormDefinition) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  retry: () => void;
}

const delay = 700;

/** The office's draft of a form: every change can be taken back, and is stored by itself over the version it rests on. */
export function useFormDraft(slug: string, trackKey: string, desk: Schemas['FormDeskDto']): FormDraft {
  const client = useQueryClient();
  const [{ past, present, future }, setHistory] = useState(() => ({
    past: [] as FormDefinition[],
    present: desk.document as unknown as FormDefinition,
    future: [] as FormDefinition[],
  }));
  const [state, setState] = useState<DraftState>('saved');
  const [version, setVersion] = useState(desk.version);
  // What the server alone can tell stands with the form that it was told of.
  const [stored, setStored] = useState({ form: present, problems: desk.problems as readonly FieldProblem[] });
  const busy = useRef(false);
  const store = useCallback(
    async (form: FormDefinition, seen: number) => {
      busy.current = true;
      setState('saving');
      try {
        const kept = await answer(
          api.PUT('/api/v1/editions/{slug}/forms/{trackKey}/draft', {
            params: { path: { slug, trackKey }, header: { 'If-Match': `"${seen}"` } },
            body: { document: form as unknown as Record<string, never> },
          }),
        );
        setStored({ form, problems: kept.problems as readonly FieldProblem[] });
        setVersion(kept.version);
        setState('saved');
        // Not waited for: what is changed meanwhile would find the storing busy, and stay where it is.
        void client.invalidateQueries({ queryKey: ['form-nodes', slug] });
      } catch (error) {
        setState(error instanceof ApiProblem && error.code === 'revision-stale' ? 'stale' : 'failed');
      } finally {
        busy.current = false;
      }
    },
    [client, slug, trackKey],
  );
  useEffect(() => {
    if (present === stored.form || state !== 'saved' || busy.current) return;
    const timer = setTimeout(() => void store(present, version), delay);
    return () => clearTimeout(timer);
  }, [present, stored, state, version, store]);
  const step = (taken: FormDefinition[], given: FormDefinition[], isBack: boolean) => {
    const next = taken.at(-1);
    if (next === undefined) return null;
    const [rest, other] = [taken.slice(0, -1), [...given, present]];
    return () => setHistory({ past: isBack ? rest : other, present: next, future: isBack ? other : rest });
  };
  return {
    form: present,
    problems: present === stored.form ? stored.problems : validateForm(present),
    version,
    state: state === 'saved' && present !== stored.form ? 'saving' : state,
    hasDraft: version > 0,
    change: (form) => setHistory({ past: [...past.slice(-99), present], present: form, future: [] }),
    undo: step(past, future, true),
    redo: step(future, past, false),
    retry: () => void store(present, version),
  };
}
