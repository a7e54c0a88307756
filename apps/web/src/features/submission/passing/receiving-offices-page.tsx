import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { useFormats } from '../../../locales/formats.js';
import { useText } from '../../../locales/use-text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useAct } from '../../../ui/use-act.js';
import { editionsQuery } from '../../contest/queries.js';
import { RequireSession } from '../../identity/require-session.js';
import { AllowedEntries } from './allowed-entries.js';
import { NewOfficeDialog } from './new-office-dialog.js';
import { type ReceivingOffice, receivingOfficesQuery } from './queries.js';

export function Component() {
  const { t } = useTranslation('passing');
  return (
    <RequireSession title={t('offices.title')}>
      <ReceivingOffices />
    </RequireSession>
  );
}

function ReceivingOffices() {
  const { t } = useTranslation('passing');
  const text = useText();
  const { slug = '' } = useParams();
  const [isAdding, setAdding] = useState(false);
  const [closing, setClosing] = useState<ReceivingOffice | null>(null);
  const [shown, setShown] = useState<ReceivingOffice | null>(null);
  const query = useQuery(receivingOfficesQuery(slug));
  const editions = useQuery(editionsQuery);
  const isComing = editions.isPending || query.isPending;
  const edition = isComing ? undefined : editions.data?.editions.find((one) => one.slug === slug);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${text(edition.name)} · ${t('offices.title')}` : t('offices.title')}
      lead={t('offices.lead')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('offices.edition')}</Link>}
      actions={
        query.data ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('offices.add')}
          </Button>
        ) : null
      }
    >
      <QueryView query={query}>
        {({ offices }) => <OfficesTable slug={slug} offices={offices} onClose={setClosing} onShow={setShown} />}
      </QueryView>
      {shown ? <AllowedEntries key={shown.publicId} slug={slug} office={shown} onClose={() => setShown(null)} /> : null}
      {isAdding ? <NewOfficeDialog slug={slug} onClose={() => setAdding(false)} /> : null}
      {closing ? <CloseDialog slug={slug} office={closing} onClose={() => setClosing(null)} /> : null}
    </Page>
  );
}

interface OfficesTableProps {
  slug: string;
  offices: readonly ReceivingOffice[];
  onClose: (office: ReceivingOffice) => void;
  onShow: (office: ReceivingOffice) => void;
}

function OfficesTable({ slug, offices, onClose, onShow }: OfficesTableProps) {
  const { t } = useTranslation('passing');
  const { count } = useFormats();
  const text = useText();
  const columns: Column<ReceivingOffice>[] = [
    { key: 'name', header: t('offices.name'), isRowHeader: true, cell: ({ name }) => text(name) },
    { key: 'kind', header: t('offices.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'state',
      header: t('offices.state'),
      cell: ({ closedAt }) => t(closedAt ? 'offices.closed' : 'offices.open'),
      show: ({ closedAt }) => (
        <StateMark tone={closedAt ? 'idle' : 'done'}>{t(closedAt ? 'offices.closed' : 'offices.open')}</StateMark>
      ),
    },
    {
      key: 'allowed',
      header: t('offices.allowed'),
      isNumber: true,
      cell: ({ allowed }) => allowed,
      show: (office) =>
        office.allowed === 0 ? (
          0
        ) : (
          <Button onClick={() => onShow(office)} aria-label={t('offices.showOf', { name: text(office.name) })}>
            {t('offices.show', { count: office.allowed, number: count(office.allowed) })}
          </Button>
        ),
    },
    {
      key: 'act',
      header: t('offices.act'),
      isScreenOnly: true,
      cell: () => '',
      show: (office) =>
        office.closedAt ? null : (
          <Button onClick={() => onClose(office)} aria-label={t('offices.closeOf', { name: text(office.name) })}>
            {t('offices.close')}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('offices.list')}
      csv={`${slug}-receiving-offices`}
      columns={columns}
      rows={offices}
      rowKey={({ publicId }) => publicId}
      empty={t('offices.none')}
    />
  );
}

function CloseDialog({ slug, office, onClose }: { slug: string; office: ReceivingOffice; onClose: () => void }) {
  const { t } = useTranslation('passing');
  const text = useText();
  const { count } = useFormats();
  const { run, isPending, error } = useAct(
    (publicId: string, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/receiving-offices/{office}/closing', {
          params: { path: { slug, office: publicId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    ['receiving-offices'],
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('offices.closeOf', { name: text(office.name) })}
      act={t('offices.close')}
      isDangerous
      isBusy={isPending}
      error={error}
      onConfirm={() => run(office.publicId)}
      onClose={onClose}
    >
      <p>{t('offices.closeText', { count: office.allowed, number: count(office.allowed) })}</p>
    </ConfirmDialog>
  );
}
