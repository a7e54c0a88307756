import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FormDefinition, OwnField } from '#domain/form/form-definition';
import { useText } from '../../locales/use-text.js';
import { countriesQuery } from '../submission/queries.js';
import type { CheckedEntry } from './queries.js';
import { useAnswerText } from './use-answer-text.js';

const core = [
  ...(['track', 'fieldGroup', 'division', 'enterpriseProblem', 'countryCode', 'language', 'nominatingBody'] as const),
  ...(['nominatingOrganisation', 'summary', 'members'] as const),
];

/** What the team has answered, and first of all what has changed since the latest check. */
export function EntryAnswers({ entry }: { entry: CheckedEntry }) {
  const { t } = useTranslation('eligibility');
  const answerText = useAnswerText();
  const coreText = useCoreText();
  const text = useText();
  const fields = fieldsOf(entry.form as unknown as FormDefinition);
  return (
    <div>
      {entry.checks.length > 0 ? <Changes entry={entry} fields={fields} /> : null}
      <section>
        <h2>{t('answers')}</h2>
        <dl>
          {core.map((key) => (
            <div key={key}>
              <dt>{t(`answer.${key}`)}</dt>
              <dd>
                {coreText(key, entry.answers[key]) ||
                  t(key === 'nominatingOrganisation' && entry.answers['nominatingBody'] ? 'notRecognised' : 'noAnswer')}
              </dd>
            </div>
          ))}
          {fields.map((field) => (
            <div key={field.key}>
              <dt>{text(field.label)}</dt>
              <dd>{answerText(entry.formAnswers[field.key], field) || t('noAnswer')}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function Changes({ entry, fields }: { entry: CheckedEntry; fields: readonly OwnField[] }) {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const answerText = useAnswerText();
  const coreText = useCoreText();
  const named = [...core, 'title', 'form', 'personalAnswers'] as const;
  const labelOf = (key: string) => {
    const known = named.find((one) => one === key);
    if (known) return t(`answer.${known}`);
    const own = fields.find((field) => field.key === key);
    return own ? text(own.label) : key;
  };
  return (
    <section>
      <h2>{t('changes')}</h2>
      {entry.changes.length === 0 ? <p className="muted">{t('noChanges')}</p> : null}
      <dl>
        {entry.changes.map(({ key, before, after }) => {
          const field = fields.find((one) => one.key === key);
          const show = (value: unknown) => (field ? answerText(value, field) : coreText(key, value)) || t('noAnswer');
          return (
            <div key={key}>
              <dt>{labelOf(key)}</dt>
              {before === undefined ? (
                <dd>{t('changed')}</dd>
              ) : (
                <dd>
                  <del>{show(before)}</del>
                  <br />
                  <ins>{show(after)}</ins>
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </section>
  );
}

interface Member {
  role: 'lead' | 'member' | 'adviser';
  name: string;
  organisation: string | null;
}

/** Core answers as people read them: countries, languages and roles by their names. */
function useCoreText(): (key: string, value: unknown) => string {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const answerText = useAnswerText();
  const countries = useQuery(countriesQuery);
  return (key, value) => {
    if (key === 'language' && (value === 'zh' || value === 'en')) return t(`language.${value}`);
    if (key === 'countryCode') {
      return text(countries.data?.countries.find(({ code }) => code === value)?.name) || answerText(value);
    }
    if (key !== 'members' || !Array.isArray(value)) return answerText(value);
    return answerText((value as Member[]).map((member) => ({ ...member, role: t(`role.${member.role}`) })));
  };
}

function fieldsOf({ sections }: FormDefinition): OwnField[] {
  return sections.flatMap(({ fields }) => fields.filter((field): field is OwnField => field.kind !== 'core'));
}
