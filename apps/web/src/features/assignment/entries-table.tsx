import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { Choice } from '../../ui/choice.js';
import type { Cell } from '../../ui/csv.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Pager } from '../../ui/pager.js';
import { QueryView } from '../../ui/query-view.js';
import { SearchField } from '../../ui/search-field.js';
import { useFocusAfter } from '../../ui/use-focus-after.js';
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
      <SearchField
        label={t('entries.search')}
        defaultValue={q}
        maxLength={100}
        onSearch={(asked) => {
          setQ(asked);
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
      <EntriesPage {...table} {...{ stageId, runId, filter, page, query, search }} />
      {total !== undefined && total > pageSize && !table.printed ? (
        <Pager page={page} pages={pagesOf(total)} onChange={setPage} />
      ) : null}
    </>
  );
}

type EntriesPageProps = Pick<EntriesTableProps, 'stageId' | 'runId' | 'csv' | 'printed' | 'acts'> & {
  filter: EntriesFilter;
  page: number;
  query: UseQueryResult<AssignedEntries>;
  search: ReactNode;
};

function EntriesPage({ stageId, runId, csv, printed, acts, filter, page, query, search }: EntriesPageProps) {
  const { t } = useTranslation('assignment');
  const columns = useColumns(acts);
  // An act may take away the very row on which it was asked for.
  const heading = useFocusAfter<HTMLHeadingElement>(acts?.isAsked === true);
  const filed = columns.filter(({ isScreenOnly }) => !isScreenOnly);
  const isAsked = filter.q !== '' || filter.isChanged || filter.below !== null;
  const caption = t(runId === null ? 'entries.standing' : 'entries.planned');
  const file = async (): Promise<Cell[][]> => [
    filed.map(({ header }) => header),
    ...(await wholeEntries(stageId, runId, filter)).map((entry) => filed.map(({ cell }) => cell(entry))),
  ];
  return (
    <DataTable
      caption={caption}
      headingRef={heading}
      columns={columns}
      rows={printed ?? query.data?.entries ?? []}
      rowKey={({ id }) => id}
      empty={t(isAsked ? 'entries.noneFound' : 'entries.none')}
      lead={
        <>
          {search}
          <EntriesCount {...{ query, page }} whole={printed?.length ?? null} />
        </>
      }
      isBusy={query.isPlaceholderData}
      {...(query.data || printed ? {} : { instead: <QueryView query={query}>{() => null}</QueryView> })}
      actions={<FileButton name={csv} caption={caption} rows={file} />}
    />
  );
}

interface EntriesCountProps {
  query: UseQueryResult<AssignedEntries>;
  page: number;
  /** How many are there where all of them are; null: a page of them. */
  whole: number | null;
}

/** How many entries there are, and which of them the page has; on paper too, where nothing else says that it is a part. */
function EntriesCount({ query: { data, isPlaceholderData }, page, whole }: EntriesCountProps) {
  const { t } = useTranslation('assignment');
  const { t: ofAll } = useTranslation();
  const { count } = useFormats();
  const total = whole ?? data?.total;
  const from = (page - 1) * pageSize;
  const said = () => {
    if (total === undefined) return null;
    if (whole === null && isPlaceholderData) return ofAll('loading');
    if (whole !== null || total <= pageSize) return t('entries.total', { number: count(total) });
    const to = Math.min(total, from + pageSize);
    return t('entries.range', { from: count(from + 1), to: count(to), number: count(total) });
  };
  return (
    <p role="status" className="muted">
      {said()}
    </p>
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
