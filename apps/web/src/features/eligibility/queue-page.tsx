import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { FaultState } from '../../ui/fault-state.js';
import { Page } from '../../ui/page.js';
import { useFocusAfter } from '../../ui/use-focus-after.js';
import { editionsQuery } from '../contest/queries.js';
import { RequireSession } from '../identity/require-session.js';
import { translationStates } from '../submission/translation/translation-queries.js';
import { AdmissionDialog } from './admission-dialog.js';
import { BulkDialog } from './bulk-dialog.js';
import { QueueFilters } from './queue-filters.js';
import { QueueTable } from './queue-table.js';
import { eligibilityStates, isEligibilityState, type QueuedEntry, queueQuery, settingQuery } from './queries.js';
import './eligibility.css';

export function Component() {
  const { t } = useTranslation('eligibility');
  return (
    <RequireSession title={t('title')}>
      <Queue />
    </RequireSession>
  );
}

function Queue() {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const { slug = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const given = search.get('state');
  const filter = {
    state: isEligibilityState(given) ? given : ('unchecked' as const),
    track: search.get('track') ?? '',
    q: search.get('q') ?? '',
    translation: translationStates.find((one) => one === search.get('translation')) ?? ('' as const),
  };
  const editions = useQuery(editionsQuery);
  const query = useInfiniteQuery(queueQuery(slug, filter));
  const isComing = editions.isPending || query.isPending;
  const edition = isComing ? undefined : editions.data?.editions.find((one) => one.slug === slug);
  const change = (changes: Record<string, string>) => {
    const next = Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== '');
    setSearch(Object.fromEntries(next), { replace: true });
  };
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${text(edition.name)} · ${t('title')}` : t('title')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>}
      actions={
        <>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/direct-entries`}>
            {t('direct.title')}
          </Link>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/eligibility/setting`}>
            {t('setting.open')}
          </Link>
        </>
      }
    >
      {query.error && !query.data ? (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <>
          <StateTabs counts={query.data?.pages[0]?.counts ?? []} state={filter.state} onChange={change} />
          <QueueFilters slug={slug} filter={filter} onChange={change} />
          <QueueRows
            key={JSON.stringify(filter)}
            slug={slug}
            state={filter.state}
            entries={query.data?.pages.flatMap((page) => page.entries) ?? []}
          />
          {query.hasNextPage ? (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          ) : null}
        </>
      )}
    </Page>
  );
}

interface StateTabsProps {
  counts: readonly { state: string; count: number }[];
  state: string;
  onChange: (changes: Record<string, string>) => void;
}

function StateTabs({ counts, state, onChange }: StateTabsProps) {
  const { t } = useTranslation('eligibility');
  const { count } = useFormats();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const tabs = row.current;
    if (!tabs) return;
    // Also when a phone is turned.
    const observer = new ResizeObserver(() => {
      const current = tabs.querySelector<HTMLElement>('[aria-current]');
      if (current) tabs.scrollLeft = current.offsetLeft - tabs.offsetLeft;
    });
    observer.observe(tabs);
    return () => observer.disconnect();
  }, [state]);
  return (
    <nav className="state-tabs" aria-label={t('states')} ref={row}>
      {eligibilityStates.map((one) => (
        <button
          key={one}
          type="button"
          className="quiet-button"
          aria-current={one === state ? 'true' : undefined}
          onClick={() => onChange({ state: one })}
        >
          {t(`state.${one}`)} <strong>{count(counts.find((line) => line.state === one)?.count ?? 0)}</strong>
        </button>
      ))}
    </nav>
  );
}

interface QueueRowsProps {
  slug: string;
  state: QueuedEntry['state'];
  entries: readonly QueuedEntry[];
}

function QueueRows({ slug, state, entries }: QueueRowsProps) {
  const { t } = useTranslation('eligibility');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<'bulk' | 'admission' | null>(null);
  const setting = useQuery(settingQuery(slug));
  const acts = useFocusAfter<HTMLDivElement>(dialog !== null);
  const picked = entries.filter(({ publicId }) => chosen.has(publicId));
  const close = () => {
    setDialog(null);
    setChosen(new Set());
  };
  return (
    <>
      <div className="queue-acts" ref={acts} tabIndex={-1} role="group" aria-label={t('acts')}>
        <Button disabled={picked.length === 0 || !setting.data} onClick={() => setDialog('bulk')}>
          {t('bulk.open', { count: picked.length })}
        </Button>
        {state === 'passed' ? <Button onClick={() => setDialog('admission')}>{t('admission.open')}</Button> : null}
      </div>
      <QueueTable slug={slug} state={state} entries={entries} chosen={chosen} onChoose={setChosen} />
      {dialog === 'bulk' && setting.data ? (
        <BulkDialog slug={slug} setting={setting.data.setting} entries={picked} onClose={close} />
      ) : null}
      {dialog === 'admission' ? <AdmissionDialog slug={slug} onClose={close} /> : null}
    </>
  );
}
