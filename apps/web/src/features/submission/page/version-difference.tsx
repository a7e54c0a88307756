import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { type OwnField, isCore } from '#domain/form/form-definition';
import { useText } from '../../../locales/use-text.js';
import { QueryView } from '../../../ui/query-view.js';
import { useAnswerText } from '../../eligibility/use-answer-text.js';
import { definitionOf } from '../form/form-queries.js';
import { countriesQuery, type OwnEntry } from '../queries.js';

type Comparison = Schemas['VersionComparisonDto'];

const core = [
  ...(['title', 'track', 'fieldGroup', 'division', 'enterpriseProblem', 'countryCode', 'language'] as const),
  ...(['nominatingBody', 'nominatingOrganisation', 'summary', 'form', 'personalAnswers'] as const),
];

/** What differs from one version to another: what was there is struck through, what came instead is underlined. */
export function VersionDifference({ entry, from, to }: { entry: OwnEntry; from: number; to: number }) {
  const { publicId } = entry;
  const query = useQuery({
    queryKey: ['entry-versions', publicId, from, to],
    queryFn: () =>
      answer(
        api.GET('/api/v1/entries/{publicId}/version-changes', { params: { path: { publicId }, query: { from, to } } }),
      ),
    staleTime: Infinity,
  });
  return <QueryView query={query}>{(comparison) => <Differences entry={entry} comparison={comparison} />}</QueryView>;
}

function Differences({ entry, comparison }: { entry: OwnEntry; comparison: Comparison }) {
  const { t } = useTranslation('entry');
  const fields = definitionOf(entry.asked.definition)
    .sections.flatMap(({ fields: all }) => all)
    .filter((field): field is OwnField => !isCore(field));
  const labelOf = useLabel(fields);
  const show = useValue(fields);
  const { changes, members, files } = comparison;
  const parts = [
    { key: 'members' as const, ...members },
    { key: 'files' as const, ...files },
  ].filter(({ added, removed }) => added.length + removed.length > 0);
  if (changes.length + parts.length === 0) return <p className="muted">{t('version.same')}</p>;
  return (
    <dl className="version-changes">
      {changes.map(({ key, before, after }) => (
        <div key={key}>
          <dt>{labelOf(key)}</dt>
          {before === undefined && after === undefined ? (
            <dd>{t('version.changed')}</dd>
          ) : (
            <dd>
              <del>{show(key, before) || t('draft.nothing')}</del>
              <ins>{show(key, after) || t('draft.nothing')}</ins>
            </dd>
          )}
        </div>
      ))}
      {parts.map(({ key, added, removed }) => (
        <div key={key}>
          <dt>{t(`version.${key}`)}</dt>
          <dd>
            {removed.map((name, at) => (
              <del key={`r${at}`}>{name ?? t('version.erased')}</del>
            ))}
            {added.map((name, at) => (
              <ins key={`a${at}`}>{name ?? t('version.erased')}</ins>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useLabel(fields: readonly OwnField[]): (key: string) => string {
  const { t } = useTranslation('eligibility');
  const text = useText();
  return (key) => {
    const known = core.find((one) => one === key);
    if (known) return t(`answer.${known}`);
    return text(fields.find((field) => field.key === key)?.label) || key;
  };
}

/** A value as people read it: options, countries and languages by their names. */
function useValue(fields: readonly OwnField[]): (key: string, value: unknown) => string {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const show = useAnswerText();
  const countries = useQuery(countriesQuery);
  return (key, value) => {
    if (key === 'language' && (value === 'zh' || value === 'en')) return t(`language.${value}`);
    if (key === 'countryCode') {
      return text(countries.data?.countries.find(({ code }) => code === value)?.name) || show(value);
    }
    return show(
      value,
      fields.find((field) => field.key === key),
    );
  };
}
