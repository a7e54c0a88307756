import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { DataTable } from '../../ui/data-table.js';
import type { HandReading } from './hand-lines.js';
import type { DrawDesk, DrawKind, PooledMember } from './queries.js';

interface HandLinesProps {
  reading: HandReading;
  members: readonly PooledMember[];
  kind: DrawKind;
  panels: DrawDesk['panels'];
  text: string;
  onChange: (text: string) => void;
}

/** What was drawn, typed or pasted from a table, and how it is read. */
export function HandLines({ reading, members, kind, panels, text, onChange }: HandLinesProps) {
  const { t } = useTranslation('draw');
  const label = useText();
  const id = useId();
  const nameOf = new Map(members.map((member) => [member.id, member.name]));
  const isOfJudges = kind === 'judges' || kind === 'judge-panels';
  return (
    <div className="draw-hand">
      <label htmlFor={id}>{t('hand.label')}</label>
      <p id={`${id}-help`} className="muted">
        {t(`hand.help.${kind}`)}
      </p>
      <Input.TextArea
        id={id}
        aria-describedby={`${id}-help`}
        autoSize={{ minRows: 5, maxRows: 20 }}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <div role="status">
        <ul className="draw-unread">
          {reading.unread.map(({ line, text: row, why }) => (
            <li key={line}>{t(`hand.unread.${why}`, { line, text: row })}</li>
          ))}
        </ul>
      </div>
      {reading.lines.length > 0 ? (
        <DataTable
          caption={t('hand.read', { number: reading.lines.length })}
          rows={reading.lines}
          rowKey={({ member, outcome, place }) => `${member} ${outcome} ${place}`}
          pageSize={20}
          empty=""
          columns={[
            {
              key: 'member',
              header: t(isOfJudges ? 'pool.judge' : 'pool.entry'),
              cell: ({ member }) => (isOfJudges ? '' : `${member} `) + (nameOf.get(member) ?? ''),
              isRowHeader: true,
            },
            {
              key: 'outcome',
              header: t('minute.outcome'),
              cell: ({ outcome, place, panel }) =>
                outcome === 'panel'
                  ? label(panels.find(({ key }) => key === panel)?.name)
                  : t(`outcome.${outcome}`, { place }),
            },
          ]}
        />
      ) : null}
    </div>
  );
}
