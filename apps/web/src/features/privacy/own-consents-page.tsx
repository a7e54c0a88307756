import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { RequireSession } from '../identity/require-session.js';
import { ConsentLine } from '../submission/team/consent-line.js';
import { EntryConsentList } from '../submission/team/entry-consent-list.js';
import './privacy.css';

type OwnConsents = Schemas['OwnConsentsDto'];
type GivenConsent = OwnConsents['history'][number];

const ownConsentsQuery = queryOptions({
  queryKey: ['own-consents'],
  queryFn: () => answer(api.GET('/api/v1/my/consents')),
});

export function Component() {
  const { t } = useTranslation('privacy');
  return (
    <RequireSession title={t('own.title')}>
      <OwnConsentsView />
    </RequireSession>
  );
}

/** Everything a person has agreed to: to be seen, withdrawn and given again, each purpose by itself. */
function OwnConsentsView() {
  const { t } = useTranslation('privacy');
  const query = useQuery(ownConsentsQuery);
  return (
    <Page title={t('own.title')} width="reading" lead={t('own.lead')} trail={<Link to="/privacy">{t('title')}</Link>}>
      <QueryView query={query}>
        {(given) => (
          <>
            <AccountConsents given={given} />
            <EntryConsents given={given} />
            <div className="consent-history">
              <History history={given.history} />
            </div>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function AccountConsents({ given: { account, version } }: { given: OwnConsents }) {
  const { t } = useTranslation('privacy');
  const { t: ofIdentity } = useTranslation('identity');
  return (
    <section aria-labelledby="account-consents">
      <h2 id="account-consents">{t('own.account')}</h2>
      <ul className="plain-list">
        {account.map((consent) => {
          const { purpose, basis } = consent;
          return (
            <ConsentLine
              key={purpose}
              title={t(`purpose.${purpose}`)}
              text={ofIdentity(`register.purpose.${purpose}`)}
              effect={t(`own.effect.${purpose}`)}
              without={basis === 'contract' ? undefined : t('own.without.storage-in-china')}
              consent={consent}
              send={
                basis === 'contract'
                  ? null
                  : (isGiven, key) =>
                      answer(
                        api.PUT('/api/v1/my/consents/{purpose}', {
                          params: { path: { purpose }, header: { 'Idempotency-Key': key } },
                          body: { isGiven, version },
                        }),
                      )
              }
            />
          );
        })}
      </ul>
    </section>
  );
}

function EntryConsents({ given: { entries, version } }: { given: OwnConsents }) {
  const { t } = useTranslation('privacy');
  const text = useText();
  return (
    <section aria-labelledby="entry-consents">
      <h2 id="entry-consents">{t('own.entries')}</h2>
      <p className="muted">{entries.length === 0 ? t('own.noEntries') : t('own.entriesNote')}</p>
      {entries.map(({ entry, consents }) => (
        <details key={entry.publicId} className="consent-entry" open={entries.length === 1}>
          <summary>
            <bdi>{entry.title}</bdi> <span className="muted">{text(entry.edition)}</span>
          </summary>
          <EntryConsentList
            entryId={entry.publicId}
            version={version}
            consents={consents}
            entryTitle={entry.title ?? text(entry.edition)}
          />
        </details>
      ))}
    </section>
  );
}

function History({ history }: { history: readonly GivenConsent[] }) {
  const { t } = useTranslation('privacy');
  const text = useText();
  const { beijing, wording } = useFormats();
  const columns: Column<GivenConsent>[] = [
    {
      key: 'purpose',
      header: t('own.column.purpose'),
      cell: ({ purpose }) => t(`purpose.${purpose}`),
      isRowHeader: true,
    },
    {
      key: 'entry',
      header: t('own.column.entry'),
      cell: ({ entry }) => (entry === null ? t('own.account') : (entry.title ?? text(entry.edition))),
    },
    {
      key: 'version',
      header: t('own.column.version'),
      cell: ({ version }) => version,
      show: ({ version }) => <span className="nowrap">{wording(version)}</span>,
    },
    {
      key: 'given',
      header: t('own.column.given'),
      cell: ({ givenAt }) => beijing(givenAt),
      show: ({ givenAt }) => <Moment at={givenAt} />,
    },
    {
      key: 'withdrawn',
      header: t('own.column.withdrawn'),
      cell: ({ withdrawnAt }) => (withdrawnAt === null ? t('own.stands') : beijing(withdrawnAt)),
      show: ({ withdrawnAt }) => (withdrawnAt === null ? t('own.stands') : <Moment at={withdrawnAt} />),
    },
  ];
  return (
    <DataTable
      caption={t('own.history')}
      columns={columns}
      rows={history}
      rowKey={({ purpose, entry, givenAt }) => `${purpose} ${entry?.publicId ?? ''} ${givenAt}`}
      empty={t('own.noHistory')}
    />
  );
}
