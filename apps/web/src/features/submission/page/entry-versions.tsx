import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { Hash } from '../../../ui/hash.js';
import { Moment } from '../../../ui/moment.js';
import { QueryView } from '../../../ui/query-view.js';
import type { OwnEntry } from '../queries.js';
import { VersionDifference } from './version-difference.js';

type Version = Schemas['EntryVersionDto'];

/** Every version that was submitted, with its receipt, and what differs between any two. */
export function EntryVersions({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('entry');
  const { publicId } = entry;
  const query = useQuery({
    // Named by the latest version too: a further one is there as soon as it is submitted.
    queryKey: ['entry-receipt', publicId, 'versions'],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/versions', { params: { path: { publicId } } })),
  });
  return (
    <QueryView query={query}>
      {({ versions }) => (
        <>
          {versions.length === 0 ? <p className="muted">{t('version.none')}</p> : null}
          {versions.length > 1 ? <Compare key={versions.length} entry={entry} versions={versions} /> : null}
          <ul className="plain-list">
            {versions.map(({ number, at, receipt, files }) => (
              <li key={number} className="version-line">
                <strong>{t('version.number', { number })}</strong>
                <Moment at={at} />
                <span>{t('version.files', { count: files })}</span>
                <a href={`/api/v1/entries/${publicId}/receipt.pdf?version=${number}`} download>
                  {t('version.receipt', { number })}
                </a>
                <p>
                  <Hash value={receipt} />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </QueryView>
  );
}

function Compare({ entry, versions }: { entry: OwnEntry; versions: readonly Version[] }) {
  const { t } = useTranslation('entry');
  const id = useId();
  const [from, setFrom] = useState(versions[1]?.number ?? 1);
  const [to, setTo] = useState(versions[0]?.number ?? 1);
  const options = versions.map(({ number }) => ({ value: number, label: t('version.number', { number }) }));
  return (
    <div className="version-compare">
      <div className="version-choice">
        <span>
          <label htmlFor={`${id}-from`}>{t('version.from')}</label>
          <Select id={`${id}-from`} value={from} onChange={setFrom} options={options} />
        </span>
        <span>
          <label htmlFor={`${id}-to`}>{t('version.to')}</label>
          <Select id={`${id}-to`} value={to} onChange={setTo} options={options} />
        </span>
      </div>
      <VersionDifference entry={entry} from={from} to={to} />
    </div>
  );
}
