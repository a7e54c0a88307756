import { Form, type FormInstance } from 'antd';
import { useState } from 'react';
import type { PublicEdition } from '../contest/public-editions.js';
import { draftOf, type DraftFields } from './draft/kept-draft.js';
import { answersOf, emptyFields, fieldsOf, type EntryFields } from './entry-fields.js';
import type { EntryAnswers } from './queries.js';

export interface EntryEdits {
  form: FormInstance<EntryFields>;
  /** What the form began with. */
  fields: Partial<EntryFields>;
  isDirty: boolean;
  /** What stands in it now. */
  draft: DraftFields;
  answers: () => EntryAnswers;
  changed: () => void;
  /** Puts another draft in its place. */
  replace: (draft: DraftFields) => void;
  /** Told which answers the server has taken; true where nothing was typed since they were sent. */
  stored: (answers: EntryAnswers) => boolean;
}

/**
 * What stands in the form, and whether the server's answers are the same: compared as it would be sent, not by what was
 * touched.
 *
 * @param begun what the form begins with, where that is not what the answers are
 */
export function useEntryEdits(
  edition: PublicEdition,
  initial: EntryAnswers | null,
  begun?: Partial<EntryFields>,
): EntryEdits {
  const [form] = Form.useForm<EntryFields>();
  const [kept] = useState(() => (initial ? fieldsOf(initial) : emptyFields()));
  const [fields] = useState(() => begun ?? kept);
  const [stored, setStored] = useState(() => JSON.stringify(answersOf(kept, edition)));
  const [typed, setTyped] = useState(() => JSON.stringify(answersOf(fields, edition)));
  const [draft, setDraft] = useState(() => draftOf(fields));
  const given = () => form.getFieldsValue(true) as EntryFields;
  const answers = () => answersOf(given(), edition);
  const changed = () => {
    setTyped(JSON.stringify(answers()));
    setDraft(draftOf(given()));
  };
  return {
    ...{ form, fields, draft, answers, changed },
    isDirty: typed !== stored,
    replace: (other) => {
      form.setFieldsValue({ ...nothing, ...emptyFields(), ...other });
      changed();
    },
    stored: (taken) => {
      setStored(JSON.stringify(taken));
      return JSON.stringify(taken) === JSON.stringify(answers());
    },
  };
}

/** Every field without an answer, so that none of another draft stays. */
const nothing: { [Key in keyof EntryFields]: undefined } = {
  ...{ trackKey: undefined, fieldGroupKey: undefined, divisionKey: undefined, enterpriseProblemNumber: undefined },
  ...{ countryCode: undefined, title: undefined, summary: undefined, language: undefined, nominatingBody: undefined },
  ...{ members: undefined, declares: undefined, way: undefined, districts: undefined, investmentYuan: undefined },
  ...{ timetableMonths: undefined, needs: undefined, localPartner: undefined, formAnswers: undefined },
};
