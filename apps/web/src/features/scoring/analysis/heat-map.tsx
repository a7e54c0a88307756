import { useTranslation } from 'react-i18next';
import { withDecimals } from './even-decimals.js';
import type { GroupView } from './group-view.js';
import { heatColumns, heatOf, type HeatCell, type HeatRow } from './heat-rows.js';
import { entryName } from './use-analysis-texts.js';
import './heat-map.css';

interface HeatMapProps {
  readonly rows: readonly HeatRow[];
  /** By entry. */
  readonly ranks: ReadonlyMap<number, number | null>;
  readonly view: GroupView;
  /** Of the totals. */
  readonly decimals: number;
  readonly says: (cell: HeatCell) => string;
  readonly apartText: (apart: number | null) => string;
}

/**
 * Judges × entries: each cell has the total, and its colour how far it lies from the judge's own mean. Where the judges are
 * too many for columns of their own, each row has its own judges side by side.
 */
export function HeatMap({ rows, ranks, view, decimals, says, apartText }: HeatMapProps) {
  const { t } = useTranslation('analysis');
  const judges = heatColumns(rows);
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const heads = judges ?? Array.from({ length: widest }, (_, index) => index + 1);
  return (
    <>
      <div className="heat-frame" tabIndex={0} role="region" aria-label={t('heat.caption')}>
        <table className="heat-map">
          <thead>
            <tr>
              <th scope="col" className="heat-rank">
                {t('column.rank')}
              </th>
              <th scope="col" className="heat-entry">
                {t('column.entry')}
              </th>
              {heads.map((judge) => (
                <th key={judge} scope="col" className="heat-judge">
                  {judges ? t('heat.judge', { judge }) : t('heat.sheet', { sheet: judge })}
                </th>
              ))}
              <th scope="col" className="heat-apart">
                {t('heat.apart')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.entry} className={view.place.picked.includes(row.entry) ? 'heat-picked' : undefined}>
                <td className="heat-rank">{ranks.get(row.entry) ?? t('none')}</td>
                <th scope="row" className="heat-entry">
                  <button type="button" onClick={() => view.place.toggle(row.entry)}>
                    {entryName(view.entries, row.entry)}
                  </button>
                </th>
                {heads.map((judge, place) => {
                  const cell = judges ? row.cells.find((one) => one.judge === judge) : row.cells[place];
                  return <Cell key={judge} cell={cell} withJudge={judges === null} {...{ decimals, says }} />;
                })}
                <td className="heat-apart">{apartText(row.apart)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="heat-key" aria-hidden="true">
        <span>{t('heat.below')}</span>
        {[-1, -0.5, 0, 0.5, 1].map((heat) => (
          <span key={heat} className="heat-key-step" style={{ background: colourOf(heat) }} />
        ))}
        <span>{t('heat.above')}</span>
      </p>
    </>
  );
}

interface CellProps {
  readonly cell: HeatCell | undefined;
  readonly withJudge: boolean;
  readonly decimals: number;
  readonly says: HeatMapProps['says'];
}

function Cell({ cell, withJudge, decimals, says }: CellProps) {
  const { t } = useTranslation('analysis');
  if (!cell) return <td className="heat-none" />;
  return (
    <td className="heat-cell" style={{ background: colourOf(heatOf(cell.z)) }} title={says(cell)}>
      <span aria-hidden="true">
        {withDecimals(cell.total, decimals)}
        {withJudge ? <small>{t('heat.judge', { judge: cell.judge })}</small> : null}
      </span>
      <span className="visually-hidden">{says(cell)}</span>
    </td>
  );
}

/** Never so strong that the number on it could not be read. */
function colourOf(heat: number): string {
  const share = Math.round(Math.abs(heat) * 42);
  if (share === 0) return 'transparent';
  return `color-mix(in srgb, var(--colour-${heat > 0 ? 'primary' : 'amber'}) ${share}%, var(--colour-raised))`;
}
