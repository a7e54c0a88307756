import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecheckedEntry } from '#domain/score-file/recheck';
import { StateMark } from '../../ui/state-mark.js';
import { JudgeScore, judgePlaces } from './judge-score.js';
import { Pager } from '../../ui/pager.js';

const pageSize = 50;

interface RecheckTableProps {
  entries: readonly RecheckedEntry[];
  judges: readonly string[];
}

/** Every entry with what the office published beside what the rule gives; long lists by page. */
export function RecheckTable({ entries, judges }: RecheckTableProps) {
  const { t } = useTranslation('recheck');
  const places = useMemo(() => judgePlaces(entries), [entries]);
  const [page, setPage] = useState(1);
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const differing = entries.filter(({ scoreDiffers, rankDiffers }) => scoreDiffers || rankDiffers);
  const filters = onlyDiffering && differing.length > 0;
  const rows = filters ? differing : entries;
  const last = Math.max(1, Math.ceil(rows.length / pageSize));
  const current = Math.min(page, last);
  const caption = t(filters ? 'result.captionDiffering' : 'result.caption', { count: rows.length });
  return (
    <div className="recheck-result">
      <div className="data-table-head">
        <h2 id="recheck-result">{caption}</h2>
        {differing.length > 0 && differing.length < entries.length ? (
          <Checkbox checked={onlyDiffering} onChange={(event) => setOnlyDiffering(event.target.checked)}>
            {t('result.onlyDiffering')}
          </Checkbox>
        ) : null}
      </div>
      <div className="data-table-frame" tabIndex={0} role="region" aria-labelledby="recheck-result">
        <table aria-labelledby="recheck-result">
          <thead>
            <tr>
              <th scope="col" className="number recheck-row">
                {t('result.row')}
              </th>
              <th scope="col" className="row-head">
                {t('result.entry')}
              </th>
              {judges.map((judge) => (
                <th key={judge} scope="col" className="number">
                  {judge}
                </th>
              ))}
              {(['publishedScore', 'computedScore', 'publishedRank', 'computedRank'] as const).map((key) => (
                <th key={key} scope="col" className="number recheck-figure">
                  {t(`result.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice((current - 1) * pageSize, current * pageSize).map((entry) => (
              <EntryRow key={entry.row} entry={entry} judges={judges.length} places={places} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > pageSize ? <Pager page={current} pages={last} onChange={setPage} /> : null}
    </div>
  );
}

interface EntryRowProps {
  entry: RecheckedEntry;
  judges: number;
  places: number;
}

function EntryRow({ entry, judges, places }: EntryRowProps) {
  const { t } = useTranslation('recheck');
  const none = t('result.none');
  return (
    <tr>
      <td className="number muted recheck-row">{entry.row}</td>
      <th scope="row" className="row-head">
        {entry.entry}
      </th>
      {Array.from({ length: judges }, (_, index) => (
        <td key={index} className="number">
          <JudgeScore score={entry.scores[index] ?? null} dropped={entry.dropped[index] ?? null} places={places} />
        </td>
      ))}
      <PublishedCell text={entry.comparedScore} differs={entry.scoreDiffers} />
      <td className="number computed">{entry.computedScore ?? none}</td>
      <PublishedCell text={entry.publishedRank} differs={entry.rankDiffers} />
      <td className="number computed">{entry.computedRank ?? none}</td>
    </tr>
  );
}

function PublishedCell({ text, differs }: { text: string | null; differs: boolean }) {
  const { t } = useTranslation('recheck');
  return (
    <td className={differs ? 'number differs' : 'number'}>
      {differs ? <StateMark tone="danger">{t('result.differs')}</StateMark> : null}
      {differs ? ' ' : null}
      <span>{text ?? t('result.none')}</span>
    </td>
  );
}
