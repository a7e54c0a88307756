import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { useText } from '../../../locales/use-text.js';
import type { ListedJudge } from '../queries.js';
import { useFieldGroups } from './judge-facts-fields.js';

interface PoolText {
  /** Names of the field groups; empty where none is given. */
  groups: (judge: ListedJudge) => string;
  keywords: (judge: ListedJudge) => string;
  /** Languages, load, days, and whether the judge is a substitute: what is given of it. */
  terms: (judge: ListedJudge) => string;
  earlier: (judge: ListedJudge) => string;
}

/** What is known of a judge as a row of the list says it. */
export function usePoolText(slug: string): PoolText {
  const { t } = useTranslation('judges');
  const text = useText();
  const { date } = useFormats();
  const groups = useFieldGroups(slug) ?? [];
  const load = ({ leastEntries: least, mostEntries: most }: ListedJudge) => {
    if (most === null) return least === 0 ? [] : [t('pool.loadAtLeast', { least })];
    return [least === 0 ? t('pool.loadAtMost', { most }) : t('pool.load', { least, most })];
  };
  const days = ({ availableFrom: from, availableUntil: until }: ListedJudge) => {
    if (from === null) return until === null ? [] : [t('pool.availableTo', { until: date(until) })];
    if (until === null) return [t('pool.availableSince', { from: date(from) })];
    return [t('pool.available', { from: date(from), until: date(until) })];
  };
  return {
    groups: ({ fieldGroups }) =>
      groups
        .filter(({ value }) => fieldGroups.includes(value))
        .map(({ label }) => label)
        .join(t('pool.comma')),
    keywords: ({ keywords }) => keywords.join(t('pool.comma')),
    terms: (judge) =>
      [
        ...(judge.languages.length === 0
          ? []
          : [judge.languages.map((one) => t(`pool.language.${one}`)).join(t('pool.comma'))]),
        ...[...load(judge), ...days(judge), ...(judge.isSubstitute ? [t('pool.substitute')] : [])],
      ].join(' · '),
    earlier: ({ earlierEmployers }) =>
      earlierEmployers
        .map(({ name, organisation, fromYear, untilYear }) => {
          const shown = organisation ? text(organisation) : name;
          if (fromYear === null && untilYear === null) return shown;
          return t('pool.withYears', { name: shown, from: fromYear ?? '', until: untilYear ?? '' });
        })
        .join(t('pool.comma')),
  };
}
