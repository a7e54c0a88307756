import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { Choice } from '../../ui/choice.js';
import type { Cell } from '../../ui/csv.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Pager } from '../../ui/pager.js';
import { QueryView } from '../../ui/query-view.js';
import { FileButton } from '../judging/wall/file-button.js';
import { pageSize, pagesOf, pageWithin } from '../judging/wall/page-within.js';
import { EntryJudges } from './entry-judges.js';
import type { HandActs } from './hand-acts.js';
import { type AssignedEntries, type EntriesFilter, entriesQuery, wholeEntries } from './queries.js';
import type { EntryJudge, EntryWithJudges } from './queries.js';

interface EntriesTableProps {
  stageId: string;
  /** Of the plan that is read; null: what stands. */
  runId: string | null;
  csv: string;
  /** Judges that an entry should have. */
  wanted: number;
  /** Every entry, while the page is on its way to paper. */
  printed?: readonly EntryWithJudges[] | null;
  acts?: HandActs;
}

type Shown = 'all' | 'changed' | 'below';

const remaining = ({ judges }: EntryWithJudges) => judges.filter(({ change }) => change !== 'removed');

/** Entries with their judges, by number, a page at a time; searched and chosen by the server, however many there are. */
export function EntriesTable({ stageId, runId, wanted, ...table }: EntriesTableProps) {
  const { t } = useTranslation('assignment');
  const [q, setQ] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const [page, setPage] = useState(1);
  const filter = { q, below: shown === 'below' ? wanted : null, isChanged: shown === 'changed' };
  const query = useQuery(entriesQuery(stageId, runId, filter, page));
  const total = query.data?.total;
  if (page !== pageWithin(page, total)) setPage(pageWithin(page, total));
  const choices = (['all', runId === null ? 'below' : 'changed'] as const).map((value) => ({
    ...{ value, text: t(`entries.${value}`) },
  }));
  const search = (
    <div className="assignment-search">
      <Input.Search
        aria-label={t('entries.search')}
        placeholder={t('entries.search')}
        allowClear
        maxLength={100}
        onSearch={(typed) => {
          setQ(typed.trim());
          setPage(1);
        }}
      />
      <Choice
        label={t('entries.show')}
        value={shown}
        options={choices}
        onChange={(value) => {
          setShown(value);
          setPage(1);
        }}
      />
    </div>
  );
  return (
    <>
      <QueryView query={query}>
        {(found) => <EntriesPage {...table} {...{ stageId, runId, filter, found, search }} />}
      </QueryView>
      {total !== undefined && total > pageSize && !table.printed ? (
        <Pager page={page} pages={pagesOf(total)} onChange={setPage} />
      ) : null}
    </>
  );
}

type EntriesPageProps = Pick<EntriesTableProps, 'stageId' | 'runId' | 'csv' | 'printed' | 'acts'> & {
  filter: EntriesFilter;
  found: AssignedEntries;
  search: ReactNode;
};

function EntriesPage({ stageId, runId, csv, printed, acts, filter, found, search }: EntriesPageProps) {
  const { t } = useTranslation('assignment');
  const { count } = useFormats();
  const columns = useColumns(acts);
  const filed = columns.filter(({ isScreenOnly }) => !isScreenOnly);
  const isAsked = filter.q !== '' || filter.isChanged || filter.below !== null;
  const number = count(printed?.length ?? found.total);
  const caption = t(runId === null ? 'entries.standing' : 'entries.planned', { number });
  const file = async (): Promise<Cell[][]> => [
    filed.map(({ header }) => header),
    ...(await wholeEntries(stageId, runId, filter)).map((entry) => filed.map(({ cell }) => cell(entry))),
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={printed ?? found.entries}
      rowKey={({ id }) => id}
      empty={t(isAsked ? 'entries.noneFound' : 'entries.none')}
      lead={search}
      actions={<FileButton name={csv} caption={caption} rows={file} />}
    />
  );
}

function useColumns(acts: HandActs | undefined): Column<EntryWithJudges>[] {
  const { t } = useTranslation('assignment');
  const text = useText();
  const judgeText = ({ name, change }: EntryJudge) =>
    `${name ?? t('nameless')}${change === 'added' || change === 'removed' ? ` (${t(`change.${change}`)})` : ''}`;
  return [
    { ...{ key: 'number', header: t('entries.number'), isNumber: true }, cell: ({ number }) => number },
    {
      ...{ key: 'title', header: t('entries.title'), isRowHeader: true, cell: ({ title }) => title },
      show: ({ title, fieldGroup }) => (
        <>
          {title}
          {fieldGroup ? <div className="assignment-second">{text(fieldGroup)}</div> : null}
        </>
      ),
    },
    { ...{ key: 'field', header: t('entries.field'), isCsvOnly: true }, cell: ({ fieldGroup }) => text(fieldGroup) },
    {
      ...{ key: 'count', header: t('entries.count'), isNumber: true },
      cell: (entry) => remaining(entry).length,
    },
    {
      ...{ key: 'judges', header: t('entries.judges') },
      cell: ({ judges }) => judges.map(judgeText).join('; '),
      show: (entry) => <EntryJudges entry={entry} acts={acts} />,
    },
    ...(acts
      ? [
          {
            ...{ key: 'acts', header: t('entries.acts'), cell: () => '', isScreenOnly: true },
            show: (entry: EntryWithJudges) => (
              <Button
                size="small"
                aria-label={t('entries.addOf', { entry: t('entry', { number: entry.number, title: entry.title }) })}
                onClick={() => acts.add(entry)}
              >
                {t('entries.add')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}
