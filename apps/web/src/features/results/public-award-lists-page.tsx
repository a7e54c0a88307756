import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { publicAwardListsQuery } from './public-award-list.js';
import './results.css';

export function Component() {
  const { t } = useTranslation('results');
  const text = useText();
  const { date } = useFormats();
  const query = useQuery(publicAwardListsQuery);
  return (
    <Page title={t('publicLists')} lead={t('publicListsLead')} width="reading">
      <QueryView query={query}>
        {({ lists }) =>
          lists.length === 0 ? (
            <EmptyState text={t('noLists')} />
          ) : (
            <ul className="plain-list">
              {lists.map((list) => (
                <li key={list.publicId} className="card list-link">
                  <Link to={`/award-lists/${list.publicId}`}>{text(list.edition.name)}</Link>{' '}
                  {list.edition.isDemo ? <span className="demo-mark">{t('demoMark')}</span> : null}{' '}
                  {list.supersededByNumber === null ? null : (
                    <span className="superseded-mark">{t('supersededBy', { number: list.supersededByNumber })}</span>
                  )}
                  <p className="muted">
                    {t('listLine', { number: list.number, count: list.items })} ·{' '}
                    {list.occurredOn
                      ? t('announcedOn', { date: date(list.occurredOn) })
                      : t('publishedOn', { date: date(list.publishedAt) })}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  );
}
