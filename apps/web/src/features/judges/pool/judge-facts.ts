import type { Schemas } from '../../../api/client.js';
import type { ListedJudge } from '../queries.js';

export type JudgeFacts = Schemas['JudgeFactsDto'];

/** As the form holds it: what nobody has said is an empty field. */
export interface JudgeForm extends Omit<
  JudgeFacts,
  'externalKey' | 'employer' | 'fieldGroups' | 'availableFrom' | 'availableUntil' | 'leastEntries'
> {
  externalKey: string;
  employer: string;
  /** Undefined where the edition has no field groups, and so no field for them. */
  fieldGroups: string[] | undefined;
  availableFrom: string;
  availableUntil: string;
  leastEntries: number | null;
}

export const blankJudge: JudgeForm = {
  ...{ externalKey: '', employer: '', kind: null, fieldGroups: [], keywords: [], languages: [] },
  ...{ leastEntries: null, mostEntries: null, isSubstitute: false, availableFrom: '', availableUntil: '' },
  earlierEmployers: [],
};

export function formOf(judge: ListedJudge): JudgeForm {
  return {
    ...{ externalKey: judge.externalKey ?? '', employer: judge.employer ?? '', kind: judge.kind },
    ...{ fieldGroups: judge.fieldGroups, keywords: judge.keywords, languages: judge.languages },
    ...{ leastEntries: judge.leastEntries || null, mostEntries: judge.mostEntries, isSubstitute: judge.isSubstitute },
    ...{ availableFrom: judge.availableFrom ?? '', availableUntil: judge.availableUntil ?? '' },
    earlierEmployers: judge.earlierEmployers.map(({ name, fromYear, untilYear }) => ({ name, fromYear, untilYear })),
  };
}

/** @param standing field groups of the judge, which stay where the form has no field for them */
export function factsOf(form: JudgeForm, standing: readonly string[]): JudgeFacts {
  const text = (value: string) => value.trim() || null;
  return {
    ...{ externalKey: text(form.externalKey), employer: text(form.employer), kind: form.kind ?? null },
    ...{ fieldGroups: form.fieldGroups ?? [...standing], keywords: form.keywords, languages: form.languages },
    ...{ leastEntries: form.leastEntries ?? 0, mostEntries: form.mostEntries, isSubstitute: form.isSubstitute },
    ...{ availableFrom: text(form.availableFrom), availableUntil: text(form.availableUntil) },
    earlierEmployers: form.earlierEmployers.map(({ name, fromYear, untilYear }) => ({
      ...{ name, fromYear: fromYear ?? null, untilYear: untilYear ?? null },
    })),
  };
}
