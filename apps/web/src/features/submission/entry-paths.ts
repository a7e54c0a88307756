import { useTranslation } from 'react-i18next';
import { type CoreField, type FormDefinition, isCore, type OwnField } from '#domain/form/form-definition';
import { useText } from '../../locales/use-text.js';

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

/**
 * The server's path, such as `members[0].name`, `landing.needs[1]` or `formAnswers.made-in`, as the form names its
 * field.
 */
export function fieldOfPath(path: string): Step[] {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  if (steps[0] === 'landing') return [steps[1] ?? 'declares'];
  const [first = '', index, part] = steps;
  if (first === 'formAnswers') return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return part === undefined ? [first] : [first, Number(index), part];
}

const blocks: Readonly<Record<string, CoreField['key']>> = {
  ...{ trackKey: 'classification', fieldGroupKey: 'classification', divisionKey: 'classification' },
  ...{ enterpriseProblemNumber: 'classification', countryCode: 'classification' },
  ...{ title: 'description', language: 'description', summary: 'description' },
  ...{ nominatingBody: 'nominating-body', members: 'team', landing: 'landing' },
};

/** Key of the section that a path's field stands in; null where it stands in none. */
export function sectionOfPath({ sections }: FormDefinition, path: string): string | null {
  const [first = '', own] = path.split(/[.[\]]+/);
  const key = first === 'formAnswers' || first === 'files' ? own : blocks[first];
  return sections.find(({ fields }) => fields.some((field) => field.key === key))?.key ?? null;
}

/** What a path's field is called on the page; null where the form has none of that name. */
export function usePathLabel({ sections }: FormDefinition): (path: string) => string | null {
  const { t } = useTranslation('submission');
  const text = useText();
  const fields = sections.flatMap((section) => section.fields);
  return (path) => {
    const [first, index, part] = fieldOfPath(path);
    if (first === 'formAnswers' || first === 'files') {
      const field = fields.find(({ key }) => key === index);
      return field === undefined || isCore(field) ? null : ownLabel(field, path);
    }
    const last = part ?? first;
    if (!isLabelled(last)) return null;
    const label = t(labels[last]);
    return part === undefined ? label : `${t('member', { number: Number(index) + 1 })} · ${label}`;
  };

  function ownLabel(field: OwnField, path: string): string {
    const [, , row, part] = fieldOfPath(path);
    const label = text(field.label);
    if (typeof row !== 'number') return label;
    if (field.kind === 'person-list') {
      const name = field.parts.find((one) => one === part) ?? 'name';
      return `${label} · ${t('form.person', { number: row + 1 })} · ${t(`form.part.${name}`)}`;
    }
    const column = field.kind === 'table' ? field.columns.find(({ key }) => key === part) : undefined;
    return `${label} · ${t('form.row', { number: row + 1 })}${column ? ` · ${text(column.label)}` : ''}`;
  }
}
