import { useTranslation } from 'react-i18next';

const labels = {
  trackKey: 'field.track',
  fieldGroupKey: 'field.fieldGroup',
  divisionKey: 'field.division',
  enterpriseProblemNumber: 'field.problem',
  countryCode: 'field.country',
  title: 'field.title',
  summary: 'field.summary',
  language: 'field.language',
  nominatingBody: 'field.nominatingBody',
  members: 'part.who',
  role: 'field.role',
  name: 'field.name',
  organisation: 'field.organisation',
  declares: 'part.landing',
  way: 'field.way',
  districts: 'field.districts',
  investmentYuan: 'field.investment',
  timetableMonths: 'field.timetable',
  needs: 'field.needs',
  localPartner: 'field.localPartner',
} as const;

type Step = string | number;

const isLabelled = (step: Step | undefined): step is keyof typeof labels => step !== undefined && step in labels;

/** The server's path, such as `members[0].name` or `landing.needs[1]`, as the form names its field. */
export function fieldOfPath(path: string): Step[] {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  if (steps[0] === 'landing') return [steps[1] ?? 'declares'];
  const [first = '', index, part] = steps;
  return part === undefined ? [first] : [first, Number(index), part];
}

/** What a path's field is called on the page; null where the form has none of that name. */
export function usePathLabel(): (path: string) => string | null {
  const { t } = useTranslation('submission');
  return (path) => {
    const [first, index, part] = fieldOfPath(path);
    const last = part ?? first;
    if (!isLabelled(last)) return null;
    const label = t(labels[last]);
    return part === undefined ? label : `${t('member', { number: Number(index) + 1 })} · ${label}`;
  };
}
