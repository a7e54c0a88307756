import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Moment } from '../../ui/moment.js';
import type { EligibilityState, QueuedEntry } from './queries.js';
import { EligibilityMark } from './state-mark.js';

interface QueueTableProps {
  slug: string;
  state: EligibilityState;
  entries: readonly QueuedEntry[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Most entries of one decision. */
const bulkLimit = 200;

export function QueueTable({ slug, state, entries, chosen, onChoose }: QueueTableProps) {
  const { t } = useTranslation('eligibility');
  const { t: ofTranslation } = useTranslation('translation');
  const text = useText();
  const toggle = (publicId: string) => {
    const next = new Set(chosen);
    if (!next.delete(publicId)) next.add(publicId);
    onChoose(next);
  };
  const columns: Column<QueuedEntry>[] = [
    {
      key: 'choose',
      header: t('column.choose'),
      cell: () => '',
      show: ({ publicId, title }) => (
        <Checkbox
          aria-label={t('choose', { title })}
          checked={chosen.has(publicId)}
          onChange={() => toggle(publicId)}
        />
      ),
    },
    { key: 'number', header: t('column.number'), isNumber: true, cell: ({ number }) => number },
    {
      key: 'title',
      header: t('column.title'),
      cell: ({ title }) => title,
      show: ({ publicId, title }) => (
        <Link to={`/organiser/editions/${slug}/eligibility/${publicId}?state=${state}`}>{title}</Link>
      ),
      isRowHeader: true,
    },
    { key: 'track', header: t('column.track'), cell: ({ track }) => text(track.name) },
    {
      key: 'language',
      header: t('column.language'),
      cell: ({ language }) => t(`language.${language}`),
      show: ({ language, translation }) => (
        <>
          {t(`language.${language}`)}
          <div className="muted whole-words">{ofTranslation(`brief.${translation}`)}</div>
        </>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: (entry) => t(`state.${entry.state}`),
      show: (entry) => (
        <>
          <EligibilityMark state={entry.state} />
          {entry.isAdmitted ? <div className="muted">{t('admitted')}</div> : null}
          {entry.correctUntil && ['needs-correction', 'overdue'].includes(entry.state) ? (
            <div>
              {t('own.until')} <Moment at={entry.correctUntil} />
            </div>
          ) : null}
        </>
      ),
    },
  ];
  const isAll = entries.length > 0 && entries.every(({ publicId }) => chosen.has(publicId));
  return (
    <DataTable
      caption={t(`state.${state}`)}
      columns={columns}
      rows={entries}
      rowKey={(entry) => entry.publicId}
      empty={t(`empty.${state}`)}
      actions={
        <Checkbox
          checked={isAll}
          onChange={() => onChoose(new Set(isAll ? [] : entries.slice(0, bulkLimit).map(({ publicId }) => publicId)))}
        >
          {t('chooseAll')}
        </Checkbox>
      }
    />
  );
}
