import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { Moment } from '../../../ui/moment.js';
import { QueryView } from '../../../ui/query-view.js';
import type { OwnEntry } from '../queries.js';

const roles = [
  ...(['organiser', 'executive-organiser', 'panel-secretary', 'judge', 'panel-chair'] as const),
  ...(['discipline-supervisor', 'district-officer', 'problem-owner'] as const),
];

/** Who may see what of the entry, in whose hands nothing is, and in which role it has been opened. */
export function EntryReaders({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('entry');
  const { publicId } = entry;
  const query = useQuery({
    queryKey: ['entry', publicId, 'readers'],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/readers', { params: { path: { publicId } } })),
  });
  const named = (given: readonly string[]) =>
    given
      .map((role) => roles.find((one) => one === role))
      .map((role) => t(`reader.role.${role ?? 'other'}`))
      .join(t('reader.comma'));
  return (
    <QueryView query={query}>
      {({ groups, openings }) => (
        <>
          <dl className="reader-groups">
            {groups.map(({ group, roles: given }) => (
              <div key={group}>
                <dt>{t(`reader.group.${group}`)}</dt>
                <dd>{named(given)}</dd>
              </div>
            ))}
          </dl>
          <p className="muted">{t('reader.rule')}</p>
          <h3>{t('reader.passing')}</h3>
          <p className="muted">{t('reader.noPassing')}</p>
          <h3>{t('reader.openings')}</h3>
          {openings.length === 0 ? <p className="muted">{t('reader.noOpenings')}</p> : null}
          <ul className="plain-list">
            {openings.map(({ at, what, file, roles: given }, index) => (
              <li key={index} className="version-line">
                <Moment at={at} />
                <span className="opening-role">{named(given.length > 0 ? given : ['other'])}</span>
                <span>{what === 'answers' ? t('reader.group.answers') : (file ?? t('reader.goneFile'))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </QueryView>
  );
}
