import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { useFormats } from '../../../locales/formats.js';
import { Choice } from '../../../ui/choice.js';
import type { Cell } from '../../../ui/csv.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { FaultState } from '../../../ui/fault-state.js';
import { Moment } from '../../../ui/moment.js';
import { Page } from '../../../ui/page.js';
import { Pager } from '../../../ui/pager.js';
import { QueryView } from '../../../ui/query-view.js';
import { useAct } from '../../../ui/use-act.js';
import { RequireSession } from '../../identity/require-session.js';
import { changesQuery, wholeChanges, type WallChangeKind, type WallChanges } from './detail-queries.js';
import { FileButton } from './file-button.js';
import { LeavesOut } from './leaves-out.js';
import { pagesOf, pageWithin } from './page-within.js';
import { StageTrail } from './stage-trail.js';

type Line = WallChanges['lines'][number];

export function Component() {
  const { t } = useTranslation('judging');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('wall.changes.title')}>
      <Changes key={stageId} stageId={stageId} />
    </RequireSession>
  );
}

/** What happened in the stage since the reader last said to have seen it. */
function Changes({ stageId }: { stageId: string }) {
  const { t } = useTranslation('judging');
  const [kind, setKind] = useState<WallChangeKind | ''>('');
  const [page, setPage] = useState(1);
  const query = useQuery(changesQuery(stageId, page, kind));
  const head = query.data;
  const lastPage = pageWithin(page, head && totalOf(head, kind));
  if (page !== lastPage) setPage(lastPage);
  const { run, isPending, error } = useAct(
    (until: string, key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/wall-changes/seen', {
          params: { path: { stageId }, header: { 'Idempotency-Key': key } },
          body: { until },
        }),
      ),
    ['wall-changes'],
    () => setPage(1),
  );
  return (
    <Page
      isDemo={head?.edition.isDemo}
      title={t('wall.changes.title')}
      trail={<StageTrail stageId={stageId} head={head} />}
      lead={t('wall.changes.lead')}
      actions={
        head && head.counts.length > 0 ? (
          <Button type="primary" loading={isPending} onClick={() => run(head.until)}>
            {t('wall.changes.seen')}
          </Button>
        ) : null
      }
    >
      {error ? <FaultState error={error} onRetry={() => void query.refetch()} /> : null}
      <QueryView query={query}>
        {(changes) => (
          <>
            {changes.leavesOut ? <LeavesOut /> : null}
            {changes.since === null && changes.counts.length === 0 ? null : (
              <p className="card" role="status">
                {changes.since === null ? t('wall.changes.never') : t('wall.changes.since')}{' '}
                {changes.since === null ? null : <Moment at={changes.since} />}
              </p>
            )}
            <KindChoice
              changes={changes}
              kind={kind}
              onChange={(one) => {
                setKind(one);
                setPage(1);
              }}
            />
            <ChangeTable stageId={stageId} changes={changes} kind={kind} />
            <ChangePager changes={changes} kind={kind} page={page} onChange={setPage} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

const totalOf = ({ counts }: WallChanges, kind: WallChangeKind | '') =>
  counts.reduce((total, one) => total + (kind === '' || one.kind === kind ? one.count : 0), 0);

interface KindChoiceProps {
  changes: WallChanges;
  kind: WallChangeKind | '';
  onChange: (kind: WallChangeKind | '') => void;
}

function KindChoice({ changes, kind, onChange }: KindChoiceProps) {
  const { t } = useTranslation('judging');
  const { count } = useFormats();
  if (changes.counts.length === 0) return null;
  const optionOf = (value: WallChangeKind | '', text: string) => ({
    ...{ value, text: t('wall.changes.counted', { text, number: count(totalOf(changes, value)) }) },
  });
  return (
    <Choice
      label={t('wall.changes.kind')}
      value={kind}
      options={[
        optionOf('', t('wall.changes.all')),
        ...changes.counts.map((one) => optionOf(one.kind, t(`wall.changes.kinds.${one.kind}`))),
      ]}
      onChange={onChange}
    />
  );
}

function ChangeTable({ stageId, changes, kind }: Omit<KindChoiceProps, 'onChange'> & { stageId: string }) {
  const { t } = useTranslation(['judging', 'common']);
  const columns: Column<Line>[] = [
    {
      ...{ key: 'entry', header: t('wall.column.entry'), isRowHeader: true },
      cell: ({ number, title }) => (number === null ? t('wall.changes.ofStage') : `${number} · ${title ?? ''}`),
    },
    { key: 'kind', header: t('wall.changes.kind'), cell: ({ kind }) => t(`wall.changes.kinds.${kind}`) },
    {
      ...{ key: 'judge', header: t('wall.column.judge') },
      cell: ({ judge, number }) => judge ?? (number === null ? '' : t('wall.nameless')),
    },
  ];
  const caption = t('wall.changes.title');
  const file = async (): Promise<Cell[][]> => [
    columns.map(({ header }) => header),
    ...(await wholeChanges(stageId, kind)).map((line) => columns.map(({ cell }) => cell(line))),
  ];
  const nothing = t(
    changes.since === null && changes.counts.length === 0 ? 'wall.changes.nothingYet' : 'wall.changes.none',
  );
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={changes.lines}
      rowKey={(line) => String(changes.lines.indexOf(line))}
      empty={totalOf(changes, kind) === 0 ? nothing : t('common:loading')}
      actions={
        <FileButton name={`${changes.edition.slug}-${changes.stage.key}-changes`} caption={caption} rows={file} />
      }
    />
  );
}

interface ChangePagerProps extends Omit<KindChoiceProps, 'onChange'> {
  page: number;
  onChange: (page: number) => void;
}

function ChangePager({ changes, kind, page, onChange }: ChangePagerProps) {
  const pages = pagesOf(totalOf(changes, kind));
  return pages > 1 ? <Pager page={page} pages={pages} onChange={onChange} /> : null;
}
