import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { StateMark, type Tone } from '../../ui/state-mark.js';
import type { ImportLine, ImportPreview } from './queries.js';

type Outcome = ImportLine['outcome'];

const tones: Record<Outcome, Tone> = { new: 'done', changed: 'going', unchanged: 'idle' };

/** What the file would do, row by row. */
export function Consequences({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const { count } = useFormats();
  const { counts } = preview;
  const there = (['changed', 'new', 'unchanged'] as const).filter((outcome) => counts[outcome] > 0);
  const [chosen, setChosen] = useState<Outcome>(there[0] ?? 'unchanged');
  const columns: Column<ImportLine>[] = [
    { key: 'row', header: t('row'), cell: ({ row }) => row, isNumber: true },
    { key: 'key', header: t('key'), cell: ({ key }) => key },
    { key: 'title', header: t('name'), cell: ({ title }) => title, isRowHeader: true },
    {
      key: 'outcome',
      header: t('consequence'),
      cell: ({ outcome }) => t(`outcome.${outcome}`),
      show: (line) => <Outcomes line={line} preview={preview} />,
    },
  ];
  return (
    <>
      <nav className="import-tabs" aria-label={t('consequences')}>
        {there.map((outcome) => (
          <button
            key={outcome}
            type="button"
            className="quiet-button"
            aria-current={outcome === chosen ? 'true' : undefined}
            onClick={() => setChosen(outcome)}
          >
            {t(`outcome.${outcome}`)} <strong>{count(counts[outcome])}</strong>
          </button>
        ))}
      </nav>
      <DataTable
        key={chosen}
        caption={t('consequences')}
        columns={columns}
        rows={preview.lines.filter(({ outcome }) => outcome === chosen)}
        rowKey={({ row }) => String(row)}
        rowClass={() => 'import-line'}
        empty={t('noRows')}
        pageSize={20}
      />
    </>
  );
}

function Outcomes({ line, preview }: { line: ImportLine; preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const text = useText();
  const labelOf = (key: string) => text(preview.targets.find((target) => target.key === key)?.label) || key;
  if (line.changes.length === 0) {
    return <StateMark tone={tones[line.outcome]}>{t(`outcome.${line.outcome}`)}</StateMark>;
  }
  return (
    <ul className="import-changes">
      {line.changes.map(({ target, from, to }) => (
        <li key={target}>
          <span className="muted">{labelOf(target)}</span>
          <del>{text(from) || t('emptyCell')}</del>
          <ins>{text(to) || t('emptyCell')}</ins>
        </li>
      ))}
    </ul>
  );
}
