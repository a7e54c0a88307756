import { useTranslation } from 'react-i18next';
import type { Naming } from './queries.js';

/** Where a name of an organisation stands, as a line says it. */
export function useNamingText(): (naming: Naming) => string {
  const { t } = useTranslation('organisations');
  const { t: ofTeam } = useTranslation('team');
  return ({ place, number, title, person, role }) => {
    const judge = { person: person ?? t('naming.nameless') };
    if (place === 'employer') return t('naming.employer', judge);
    if (place === 'earlier-employer') return t('naming.earlierEmployer', judge);
    const entry = { number: number ?? '', title: title ?? '' };
    if (place === 'nominating-body') return t('naming.nominatingBody', entry);
    // A judge stands in no team.
    const inTeam = role === null || role === 'judge' ? 'member' : role;
    return t('naming.member', { ...entry, person: person ?? '', role: ofTeam(`role.${inTeam}`) });
  };
}
