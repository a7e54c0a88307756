import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { Choice } from '../../ui/choice.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { usePrinting } from '../../ui/use-printing.js';
import { EntryJudges } from './entry-judges.js';
import type { HandActs } from './hand-acts.js';
import type { EntryJudge, EntryWithJudges } from './queries.js';

interface EntriesTableProps {
  entries: readonly EntryWithJudges[];
  isWhole: boolean;
  csv: string;
  /** Judges that an entry should have. */
  wanted: number;
  isPlan?: boolean;
  acts?: HandActs;
}

type Shown = 'all' | 'changed' | 'below';

const rowsAPage = 50;
const remaining = ({ judges }: EntryWithJudges) => judges.filter(({ change }) => change !== 'removed');

/** Entries with their judges, by number; searched in the page, where all of them are. */
export function EntriesTable({ entries, isWhole, csv, wanted, isPlan = false, acts }: EntriesTableProps) {
  const { t } = useTranslation('assignment');
  const { count } = useFormats();
  const isPrinting = usePrinting();
  const [q, setQ] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const rows = entries.filter((entry) => fits(entry, q) && isShown(entry, shown, wanted));
  const choices = (['all', isPlan ? 'changed' : 'below'] as const).map((value) => ({
    ...{ value, text: t(`entries.${value}`) },
  }));
  return (
    <DataTable
      caption={t(isPlan ? 'entries.planned' : 'entries.standing', { number: count(rows.length) })}
      csv={isWhole ? csv : undefined}
      columns={useColumns(acts)}
      rows={rows}
      rowKey={({ id }) => id}
      pageSize={isPrinting ? Infinity : rowsAPage}
      empty={t(entries.length === 0 ? 'entries.none' : 'entries.noneFound')}
      lead={
        <div className="assignment-search">
          <Input
            aria-label={t('entries.search')}
            placeholder={t('entries.search')}
            value={q}
            allowClear
            maxLength={100}
            onChange={(event) => setQ(event.target.value)}
          />
          <Choice label={t('entries.show')} value={shown} options={choices} onChange={setShown} />
          {isWhole ? null : (
            <span className="muted" role="status">
              {t('entries.loading', { number: count(entries.length) })}
            </span>
          )}
        </div>
      }
    />
  );
}

function fits({ number, title, judges }: EntryWithJudges, typed: string): boolean {
  const q = typed.trim().toLowerCase();
  if (q === '' || String(number) === q) return true;
  return [title, ...judges.map(({ name }) => name ?? '')].some((text) => text.toLowerCase().includes(q));
}

function isShown(entry: EntryWithJudges, shown: Shown, wanted: number): boolean {
  if (shown === 'changed') return entry.judges.some(({ change }) => change === 'added' || change === 'removed');
  return shown === 'all' || remaining(entry).length < wanted;
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
