import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { StateMark } from '../../ui/state-mark.js';
import { useAct } from '../../ui/use-act.js';
import { useText } from '../../locales/use-text.js';
import { RequireSession } from '../identity/require-session.js';
import { wallQuery } from '../judging/wall/use-wall.js';
import { BlockerList } from './blocker-list.js';
import './contest.css';

type Advancement = Schemas['AdvancementDto'];
type Row = Advancement['rows'][number];

/** Who just missed it is part of the picture; the rest is a click away. */
const rowsBelowTheCut = 10;

export function Component() {
  const { t } = useTranslation('contest');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('advancement.title')}>
      <AdvancementView stageId={stageId} />
    </RequireSession>
  );
}

function AdvancementView({ stageId }: { stageId: string }) {
  const { t } = useTranslation('contest');
  const text = useText();
  const query = useQuery({
    queryKey: ['advancement', stageId],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/advancement', { params: { path: { stageId } } })),
    refetchOnWindowFocus: false,
  });
  const wall = useQuery({ ...wallQuery(stageId), refetchOnWindowFocus: false });
  const stage = wall.data;
  return (
    <Page
      isDemo={stage?.edition.isDemo}
      isComing={wall.isPending}
      title={stage ? t('advancement.titleOf', { stage: text(stage.stage.name) }) : t('advancement.title')}
      trail={
        <>
          {stage ? <Link to={`/organiser/editions/${stage.edition.slug}`}>{text(stage.edition.name)}</Link> : null}
          <Link to={`/organiser/stages/${stageId}`}>{stage ? text(stage.stage.name) : t('advancement.wall')}</Link>
          <Link to={`/organiser/stages/${stageId}/ranking`}>{t('advancement.ranking')}</Link>
        </>
      }
      lead={t('advancement.lead')}
    >
      <QueryView query={query}>
        {(advancement) => (
          <>
            <AdvancementAct stageId={stageId} advancement={advancement} />
            <AdvancementTable stageId={stageId} advancement={advancement} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function AdvancementAct({ stageId, advancement }: { stageId: string; advancement: Advancement }) {
  const { t } = useTranslation('contest');
  const [isAsking, setAsking] = useState(false);
  const { run, isPending, error, reset } = useAct(
    (_: null, key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/advancement', {
          params: { path: { stageId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    ['advancement', 'stages', 'wall'],
    () => setAsking(false),
  );
  const advancing = advancement.rows.filter(({ advances }) => advances).length;
  if (advancement.applied) {
    return (
      <p>
        <StateMark tone="done">
          {t('advancement.applied', { count: advancing, total: advancement.rows.length })}
        </StateMark>
      </p>
    );
  }
  return (
    <div className="card">
      <p>{t('advancement.summary', { count: advancing })}</p>
      <BlockerList blockers={advancement.blockers} />
      <Button
        type="primary"
        disabled={advancement.blockers.length > 0 || advancing === 0}
        onClick={() => setAsking(true)}
      >
        {t('advancement.apply')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('advancement.confirmTitle')}
        act={t('advancement.apply')}
        isBusy={isPending}
        error={error}
        onConfirm={() => run(null)}
        onClose={() => {
          setAsking(false);
          reset();
        }}
      >
        <p>{t('advancement.confirmText', { count: advancing })}</p>
      </ConfirmDialog>
    </div>
  );
}

function AdvancementTable({ stageId, advancement }: { stageId: string; advancement: Advancement }) {
  const { t } = useTranslation('contest');
  const { rows, applied } = advancement;
  const [showsAll, setShowsAll] = useState(false);
  const lastAdvancing = rows.findLastIndex(({ advances }) => advances);
  const shown = showsAll ? rows : rows.slice(0, lastAdvancing + 1 + rowsBelowTheCut);
  const columns: Column<Row>[] = [
    { key: 'rank', header: t('column.rank'), isNumber: true, cell: (row) => row.rank },
    { key: 'number', header: t('column.entryNumber'), cell: (row) => row.entryNumber },
    { key: 'title', header: t('column.title'), cell: (row) => row.title, isRowHeader: true },
    { key: 'score', header: t('column.score'), isNumber: true, cell: (row) => row.score },
    {
      key: 'advances',
      header: t('column.advances'),
      cell: (row) => t(row.advances ? 'advancement.yes' : 'advancement.no'),
      show: (row) => (
        <StateMark tone={row.advances ? 'done' : 'idle'}>
          {t(row.advances ? 'advancement.yes' : 'advancement.no')}
        </StateMark>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t(applied ? 'advancement.tableApplied' : 'advancement.table')}
        csv={`advancement-${stageId}`}
        columns={columns}
        rows={shown}
        rowKey={(row) => String(row.entryNumber)}
        rowClass={(row) => (row.advances ? 'row-advances' : undefined)}
        empty={t('advancement.empty')}
      />
      {shown.length < rows.length ? (
        <Button onClick={() => setShowsAll(true)}>{t('advancement.showAll', { count: rows.length })}</Button>
      ) : null}
    </>
  );
}
