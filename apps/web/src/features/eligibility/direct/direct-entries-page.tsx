import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Moment } from '../../../ui/moment.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { useAct } from '../../../ui/use-act.js';
import { editionsQuery } from '../../contest/queries.js';
import { RequireSession } from '../../identity/require-session.js';
import { type DirectEntry, directEntriesQuery } from '../queries.js';
import { DirectEntryDialog } from './direct-entry-dialog.js';
import '../eligibility.css';

export function Component() {
  const { t } = useTranslation('eligibility');
  return (
    <RequireSession title={t('direct.title')}>
      <DirectEntries />
    </RequireSession>
  );
}

function DirectEntries() {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const { slug = '' } = useParams();
  const [isAdding, setAdding] = useState(false);
  const [undone, setUndone] = useState<DirectEntry | null>(null);
  const query = useQuery(directEntriesQuery(slug));
  const editions = useQuery(editionsQuery);
  const isComing = editions.isPending || query.isPending;
  const edition = isComing ? undefined : editions.data?.editions.find((one) => one.slug === slug);
  const stages = query.data?.stages ?? [];
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${text(edition.name)} · ${t('direct.title')}` : t('direct.title')}
      lead={t('direct.lead')}
      trail={<Link to={`/organiser/editions/${slug}/eligibility`}>{t('title')}</Link>}
      actions={
        <Button type="primary" disabled={stages.length === 0} onClick={() => setAdding(true)}>
          {t('direct.add')}
        </Button>
      }
    >
      {query.data && stages.length === 0 ? <p className="muted">{t('direct.noStages')}</p> : null}
      <QueryView query={query}>
        {({ entries }) => <DirectEntriesTable slug={slug} entries={entries} onUndo={setUndone} />}
      </QueryView>
      {isAdding ? <DirectEntryDialog slug={slug} stages={stages} onClose={() => setAdding(false)} /> : null}
      {undone ? <UndoDialog slug={slug} directEntry={undone} onClose={() => setUndone(null)} /> : null}
    </Page>
  );
}

interface DirectEntriesTableProps {
  slug: string;
  entries: readonly DirectEntry[];
  onUndo: (entry: DirectEntry) => void;
}

function DirectEntriesTable({ slug, entries, onUndo }: DirectEntriesTableProps) {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const columns: Column<DirectEntry>[] = [
    {
      key: 'entry',
      header: t('entry'),
      isRowHeader: true,
      cell: ({ entry }) => t('bulk.entry', entry),
      show: ({ entry }) => (
        <Link to={`/organiser/editions/${slug}/eligibility/${entry.publicId}?state=passed`}>
          {t('bulk.entry', entry)}
        </Link>
      ),
    },
    { key: 'stage', header: t('direct.stage'), cell: ({ stage }) => text(stage) },
    {
      key: 'reason',
      header: t('direct.reason'),
      cell: ({ reason, evidence }) => [reason, evidence].join(t('lineBreak')),
      show: ({ reason, evidence }) => (
        <>
          <div>{reason}</div>
          <div className="muted">{evidence}</div>
        </>
      ),
    },
    {
      key: 'by',
      header: t('direct.by'),
      cell: ({ by, at }) => [by ?? t('goneAccount'), at].join(' '),
      show: ({ by, at }) => (
        <>
          <div>{by ?? t('goneAccount')}</div>
          <Moment at={at} />
        </>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: ({ undone }) => t(undone ? 'direct.undone' : 'direct.stands'),
      show: (directEntry) =>
        directEntry.undone ? (
          <>
            <div>{t('direct.undone')}</div>
            <Moment at={directEntry.undone.at} />
          </>
        ) : (
          <>
            <div>{t('direct.stands')}</div>
            {directEntry.isUndoable ? (
              <Button
                className="direct-undo"
                onClick={() => onUndo(directEntry)}
                aria-label={t('direct.undoOf', { title: directEntry.entry.title })}
              >
                {t('direct.undo')}
              </Button>
            ) : null}
          </>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('direct.title')}
      csv={`${slug}-direct-entries`}
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
      empty={t('direct.none')}
    />
  );
}

interface UndoDialogProps {
  slug: string;
  directEntry: DirectEntry;
  onClose: () => void;
}

function UndoDialog({ slug, directEntry, onClose }: UndoDialogProps) {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const { run, isPending, error } = useAct(
    (id: string, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/direct-entries/{id}/undo', {
          params: { path: { slug, id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    ['direct-entries', 'eligibility', 'stages'],
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('direct.undoTitle')}
      act={t('direct.undo')}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(directEntry.id)}
      onClose={onClose}
    >
      <p>{t('direct.undoText', { title: directEntry.entry.title, stage: text(directEntry.stage) })}</p>
    </ConfirmDialog>
  );
}
