import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.js';

/** @example placeOf('earlierEmployers[0].name') // ['earlierEmployers', 0, 'name'] */
function placeOf(path: string): (string | number)[] {
  return path.split(/[.[\]]+/).flatMap((part) => (part === '' ? [] : /^\d+$/.test(part) ? Number(part) : part));
}

const labels = {
  email: 'pool.email',
  displayName: 'name',
  employer: 'employer',
  earlierEmployers: 'pool.earlierEmployers',
  fieldGroups: 'pool.fieldGroups',
  keywords: 'pool.keywords',
  kind: 'pool.kind',
  languages: 'pool.languages',
  leastEntries: 'pool.leastEntries',
  mostEntries: 'pool.mostEntries',
  availableFrom: 'pool.availableFrom',
  availableUntil: 'pool.availableUntil',
  externalKey: 'pool.externalKey',
  isSubstitute: 'pool.substitute',
} as const;

/** Puts what the server refuses beside its fields. @returns what the page calls the field of a path */
export function useJudgeFields<Fields>(form: FormInstance<Fields>, error: Error | null) {
  const { t } = useTranslation('judges');
  useEffect(() => {
    if (!(error instanceof ApiProblem)) return;
    const refused = error.fields.map(({ path, detail }) => {
      const place = placeOf(path);
      // Of several things in one field the field itself is named.
      const name = place[0] === 'earlierEmployers' ? place : place.slice(0, 1);
      return { name, errors: [detail] };
    });
    form.setFields(refused as unknown as Parameters<typeof form.setFields>[0]);
  }, [error, form]);
  return (path: string) => {
    const [field = ''] = placeOf(path).map(String);
    return field in labels ? t(labels[field as keyof typeof labels]) : null;
  };
}
