import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { Link } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { FaultState } from '../../../ui/fault-state.js';
import { Moment } from '../../../ui/moment.js';
import { Shape } from '../../../ui/shape.js';
import { useReturnedFocus } from '../../../ui/use-returned-focus.js';
import type { Schemas } from '../../../api/client.js';
import { allowedEntriesQuery, type ReceivingOffice } from './queries.js';

type AllowedEntry = Schemas['AllowedEntryDto'];

interface AllowedEntriesProps {
  slug: string;
  office: ReceivingOffice;
  onClose: () => void;
}

/** The entries whose teams let them be passed on to one office, below the list from which they are asked for. */
export function AllowedEntries({ slug, office, onClose }: AllowedEntriesProps) {
  const { t } = useTranslation('passing');
  const text = useText();
  const place = useRef<HTMLElement>(null);
  useReturnedFocus();
  useEffect(() => place.current?.focus(), []);
  return (
    <section ref={place} tabIndex={-1} aria-label={t('offices.entriesOf', { name: text(office.name) })}>
      <Entries slug={slug} office={office} />
      <p>
        <Button onClick={onClose}>{t('offices.hide')}</Button>
      </p>
    </section>
  );
}

function Entries({ slug, office }: { slug: string; office: ReceivingOffice }) {
  const { t } = useTranslation('passing');
  const { wording } = useFormats();
  const text = useText();
  const query = useInfiniteQuery(allowedEntriesQuery(slug, office.publicId));
  if (query.isPending) return <Shape />;
  if (!query.data) return <FaultState error={query.error} onRetry={() => void query.refetch()} />;
  const columns: Column<AllowedEntry>[] = [
    {
      key: 'entry',
      header: t('offices.entry'),
      isRowHeader: true,
      cell: ({ number, title }) => t('offices.entryTitle', { number, title }),
      show: ({ number, title, publicId }) => (
        <Link to={`/organiser/editions/${slug}/eligibility/${publicId}`}>
          {t('offices.entryTitle', { number, title })}
        </Link>
      ),
    },
    {
      key: 'at',
      header: t('offices.allowedAt'),
      cell: ({ allowedAt }) => allowedAt,
      show: ({ allowedAt }) => <Moment at={allowedAt} />,
    },
    {
      key: 'version',
      header: t('offices.version'),
      cell: ({ version }) => version,
      show: ({ version }) => <span className="nowrap">{wording(version)}</span>,
    },
  ];
  return (
    <>
      <DataTable
        caption={t('offices.entriesOf', { name: text(office.name) })}
        csv={query.hasNextPage ? undefined : `${slug}-passing`}
        columns={columns}
        rows={query.data.pages.flatMap(({ entries }) => entries)}
        rowKey={({ publicId }) => publicId}
        empty={t('offices.noEntries')}
      />
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}
