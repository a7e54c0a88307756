import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { StateMark } from '../../ui/state-mark.js';
import { RequireSession } from '../identity/require-session.js';
import { DrawForm } from './draw-form.js';
import { DrawState } from './draw-state.js';
import { drawDeskQuery, type Draw, type DrawDesk } from './queries.js';
import { useDrawScope } from './use-draw-scope.js';
import './draw.css';

export function Component() {
  const { t } = useTranslation('draw');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('title')}>
      <StageDraws key={stageId} stageId={stageId} />
    </RequireSession>
  );
}

function StageDraws({ stageId }: { stageId: string }) {
  const { t } = useTranslation('draw');
  const text = useText();
  const query = useQuery(drawDeskQuery(stageId));
  const stage = query.data?.stage;
  return (
    <Page
      isDemo={stage?.edition.isDemo}
      isComing={query.isPending}
      title={stage ? `${text(stage.edition.name)} · ${text(stage.name)} · ${t('title')}` : t('title')}
      lead={t('lead')}
      trail={
        <>
          <Link to={`/organiser/stages/${stageId}`}>{t('wall')}</Link>
          <Link to={`/organiser/stages/${stageId}/assignment`}>{t('assignment')}</Link>
        </>
      }
    >
      <QueryView query={query}>{(desk) => <Desk stageId={stageId} desk={desk} />}</QueryView>
    </Page>
  );
}

function Desk({ stageId, desk }: { stageId: string; desk: DrawDesk }) {
  const { t } = useTranslation('draw');
  const navigate = useNavigate();
  const columns = useColumns(stageId);
  const isOver = desk.stage.isClosed || desk.isBegun;
  return (
    <>
      <DataTable
        caption={t('list.title')}
        csv="draws"
        columns={columns}
        rows={desk.draws}
        rowKey={({ id }) => id}
        pageSize={20}
        empty={t('list.empty')}
        lead={
          isOver ? (
            <p className="draw-over">
              <StateMark tone="idle">{t(desk.stage.isClosed ? 'closed' : 'begun')}</StateMark>
            </p>
          ) : null
        }
      />
      {isOver ? null : (
        <DrawForm
          stageId={stageId}
          desk={desk}
          onMade={(id) => void navigate(`/organiser/stages/${stageId}/draw/${id}`)}
        />
      )}
    </>
  );
}

function useColumns(stageId: string): Column<Draw>[] {
  const { t } = useTranslation('draw');
  const scope = useDrawScope();
  return [
    {
      key: 'number',
      header: t('list.draw'),
      cell: (draw) => `${draw.number} ${scope(draw)}`,
      show: (draw) => (
        <Link to={`/organiser/stages/${stageId}/draw/${draw.id}`}>
          {t('list.name', { number: draw.number, scope: scope(draw) })}
        </Link>
      ),
      isRowHeader: true,
    },
    { key: 'way', header: t('list.way'), cell: ({ way }) => t(`way.${way}`) },
    {
      key: 'state',
      header: t('list.state'),
      cell: (draw) => t(`state.${draw.replacedAt === null ? draw.state : 'replaced'}`),
      show: (draw) => <DrawState draw={draw} />,
    },
    {
      key: 'drawn',
      header: t('list.drawnAt'),
      cell: ({ drawnAt }) => drawnAt,
      show: ({ drawnAt }) => (drawnAt === null ? '—' : <Moment at={drawnAt} />),
    },
    { key: 'by', header: t('list.recordedBy'), cell: ({ recordedBy }) => recordedBy ?? t('gone') },
    { key: 'seed', header: t('minute.seed'), cell: ({ seed }) => seed, isCsvOnly: true },
    { key: 'hash', header: t('minute.hash'), cell: ({ hash }) => hash, isCsvOnly: true },
  ];
}
