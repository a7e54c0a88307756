import { Form, type FormInstance } from 'antd';
import { useState } from 'react';
import type { PublicEdition } from '../contest/public-editions.js';
import { answersOf, emptyFields, fieldsOf, type EntryFields } from './entry-fields.js';
import type { EntryAnswers } from './queries.js';

export interface EntryEdits {
  form: FormInstance<EntryFields>;
  /** What the form began with. */
  fields: Partial<EntryFields>;
  isDirty: boolean;
  answers: () => EntryAnswers;
  changed: () => void;
  /** Told which answers the server has taken; true where nothing was typed since they were sent. */
  stored: (answers: EntryAnswers) => boolean;
}

/** What stands in the form, and whether the server holds it: compared as it would be sent, not by what was touched. */
export function useEntryEdits(edition: PublicEdition, initial: EntryAnswers | null): EntryEdits {
  const [form] = Form.useForm<EntryFields>();
  const [fields] = useState(() => (initial ? fieldsOf(initial) : emptyFields()));
  const [stored, setStored] = useState(() => JSON.stringify(answersOf(fields, edition)));
  const [typed, setTyped] = useState(stored);
  const answers = () => answersOf(form.getFieldsValue(true) as EntryFields, edition);
  return {
    form,
    fields,
    isDirty: typed !== stored,
    answers,
    changed: () => setTyped(JSON.stringify(answers())),
    stored: (taken) => {
      setStored(JSON.stringify(taken));
      return JSON.stringify(taken) === JSON.stringify(answers());
    },
  };
}
