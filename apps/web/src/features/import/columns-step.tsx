import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cellReference } from '#domain/score-file/cell-reference';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { Choice } from '../../ui/choice.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { type ChosenHeader, mapColumns, type OpenImport } from './queries.js';

interface ColumnsStepProps {
  slug: string;
  opened: OpenImport;
  onHeader: (header: ChosenHeader) => void;
  onMapped: () => void;
}

interface SheetColumn {
  readonly index: number;
  readonly letters: string;
  readonly header: string;
  readonly samples: readonly string[];
}

/** Values shown below a column's header. */
const sampleCount = 3;

export function ColumnsStep({ slug, opened, onHeader, onMapped }: ColumnsStepProps) {
  const { t } = useTranslation('import');
  const { sentence } = useProblemMessage();
  const { columns, sheets } = opened;
  const [targets, setTargets] = useState<readonly string[]>(columns?.targets ?? []);
  const act = useAct(mapColumns(slug, opened.publicId), ['imports'], onMapped);
  const sheet = sheets[columns?.sheet ?? 0];
  if (columns === null || sheet === undefined) {
    return (
      <EmptyState text={t('cellsGone')}>
        <Link to={`/organiser/editions/${slug}/import`}>{t('anotherFile')}</Link>
      </EmptyState>
    );
  }
  const own = columnsOf(sheet.head, columns.headerRow, sheet.columns);
  const letters = (path: string) => {
    const index = /^targets\[(\d+)\]$/.exec(path)?.[1];
    return index === undefined ? null : t('columnName', { letters: cellReference(null, Number(index) + 1) });
  };
  return (
    <>
      <SheetLine opened={opened} sheet={sheet} columns={columns} onHeader={onHeader} />
      <ColumnTable
        columns={own}
        opened={opened}
        targets={targets}
        onChange={(index, target) => {
          act.reset();
          setTargets(own.map((_, at) => (at === index ? target : (targets[at] ?? ''))));
        }}
      />
      <div role="alert">{act.error ? <Alert type="error" showIcon title={sentence(act.error, letters)} /> : null}</div>
      <div className="import-acts">
        <Button
          type="primary"
          loading={act.isPending}
          onClick={() => act.run({ ...columns, targets: own.map((_, index) => targets[index] ?? '') })}
        >
          {t('preview')}
        </Button>
        <Link className="quiet-button" to={`/organiser/editions/${slug}/import`}>
          {t('anotherFile')}
        </Link>
      </div>
    </>
  );
}

interface SheetLineProps {
  opened: OpenImport;
  sheet: OpenImport['sheets'][number];
  columns: NonNullable<OpenImport['columns']>;
  onHeader: (header: ChosenHeader) => void;
}

function SheetLine({ opened, sheet, columns, onHeader }: SheetLineProps) {
  const { t } = useTranslation('import');
  const { count } = useFormats();
  return (
    <div className="import-sheet">
      <p>
        <strong>{opened.fileName}</strong> <span className="muted">{t('rows', { rows: count(sheet.rows) })}</span>
      </p>
      {opened.sheets.length > 1 ? (
        <Choice
          label={t('sheet')}
          value={String(columns.sheet)}
          options={opened.sheets.map(({ name }, index) => ({ value: String(index), text: name }))}
          onChange={(value) => onHeader({ sheet: Number(value), headerRow: 1 })}
        />
      ) : null}
      <Choice
        label={t('headerRow')}
        value={String(columns.headerRow)}
        options={sheet.head.slice(0, 20).map((cells, index) => ({
          value: String(index + 1),
          text: t('headerRowIs', { row: index + 1, first: cells.find((cell) => cell.trim() !== '') ?? '' }),
        }))}
        onChange={(value) => onHeader({ sheet: columns.sheet, headerRow: Number(value) })}
      />
    </div>
  );
}

interface ColumnTableProps {
  columns: readonly SheetColumn[];
  opened: OpenImport;
  targets: readonly string[];
  onChange: (index: number, target: string) => void;
}

function ColumnTable({ columns, opened, targets, onChange }: ColumnTableProps) {
  const { t } = useTranslation('import');
  const text = useText();
  const helpOf = (key: string) => text(opened.targets.find((target) => target.key === key)?.help);
  const shown: Column<SheetColumn>[] = [
    {
      key: 'column',
      header: t('column'),
      cell: ({ letters, header }) => `${letters} ${header}`,
      show: ({ letters, header }) => (
        <>
          <span className="import-letters">{letters}</span> {header === '' ? t('noHeader') : header}
        </>
      ),
      isRowHeader: true,
    },
    {
      key: 'samples',
      header: t('samples'),
      cell: ({ samples }) => samples.join('\n'),
      show: ({ samples }) => (
        <ul className="import-samples">
          {samples.map((sample, index) => (
            <li key={index}>{sample === '' ? t('emptyCell') : sample}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'target',
      header: t('target'),
      cell: ({ index }) => targets[index] ?? '',
      show: ({ index, letters, header }) => (
        <div className="choice">
          <select
            aria-label={t('targetOf', { letters, header })}
            value={targets[index] ?? ''}
            onChange={(event) => onChange(index, event.target.value)}
          >
            <option value="">{t('leftOut')}</option>
            {opened.targets.map(({ key, label }) => (
              <option key={key} value={key}>
                {text(label)}
              </option>
            ))}
          </select>
          <small className="muted">{helpOf(targets[index] ?? '')}</small>
        </div>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('columns')}
      lead={<p className="muted">{t('columnsLead')}</p>}
      columns={shown}
      rows={columns}
      rowKey={({ letters }) => letters}
      empty={t('noColumns')}
    />
  );
}

function columnsOf(head: readonly (readonly string[])[], headerRow: number, count: number): SheetColumn[] {
  const below = head.slice(headerRow, headerRow + sampleCount);
  return Array.from({ length: count }, (_, index) => ({
    index,
    letters: cellReference(null, index + 1),
    header: (head[headerRow - 1]?.[index] ?? '').trim(),
    samples: below.map((cells) => cells[index] ?? ''),
  }));
}
