import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nextCell, type MapCell, type MapRow, type SheetState } from './map-rows.js';
import './sheet-map.css';

interface SheetMapProps {
  label: string;
  /** Null where each cell names its judge. */
  judges: readonly string[] | null;
  rows: readonly MapRow[];
}

const states: readonly SheetState[] = ['not-begun', 'draft', 'submitted', 'revised', 'suspended', 'recused'];
const placeOf = (row: number, column: number) => `${row} ${column}`;

/** Judges × entries as a grid that arrow keys walk; a letter, a shade and words say how far each sheet is. */
export function SheetMap({ label, judges, rows }: SheetMapProps) {
  const { t } = useTranslation('judging');
  const cells = useRef(new Map<string, HTMLTableCellElement>());
  const [at, setAt] = useState<readonly [number, number] | null>(null);
  const first = firstOf(rows);
  // After a change of page the place may be a gap.
  const stop = at && rows[at[0]]?.cells[at[1]] ? at : first;
  const walk = (event: KeyboardEvent) => {
    if (!/^(Arrow|Home$|End$)/.test(event.key)) return;
    event.preventDefault();
    const next = nextCell(rows, stop, event.key);
    setAt(next);
    cells.current.get(placeOf(...next))?.focus();
  };
  return (
    <>
      <p className="sheet-map-key">
        {states.map((state) => (
          <span key={state}>
            <span className={`sheet-map-cell sheet-map-${state}`} aria-hidden="true">
              {t(`wall.map.letter.${state}`)}
            </span>{' '}
            {t(`wall.map.state.${state}`)}
          </span>
        ))}
      </p>
      <div className="sheet-map-frame">
        <table role="grid" className="sheet-map" aria-label={label} onKeyDown={walk}>
          {judges ? (
            <thead>
              <tr>
                <th scope="col">{t('wall.column.entry')}</th>
                {judges.map((judge, place) => (
                  <th key={place} scope="col" className="sheet-map-judge">
                    <span>{judge}</span>
                  </th>
                ))}
              </tr>
            </thead>
          ) : null}
          <tbody>
            {rows.map(({ entry, cells: own }, row) => (
              <tr key={entry}>
                <th scope="row" className="sheet-map-entry">
                  {entry}
                </th>
                {own.map((cell, column) => (
                  <Cell
                    key={column}
                    cell={cell}
                    namesJudge={judges === null}
                    isStop={stop[0] === row && stop[1] === column}
                    onFocus={() => setAt([row, column])}
                    hold={(element) => hold(placeOf(row, column), element)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );

  function hold(place: string, element: HTMLTableCellElement | null) {
    if (element) cells.current.set(place, element);
    else cells.current.delete(place);
  }
}

function firstOf(rows: readonly MapRow[]): readonly [number, number] {
  const row = rows.findIndex(({ cells }) => cells.some((cell) => cell !== null));
  return [row, rows[row]?.cells.findIndex((cell) => cell !== null) ?? -1];
}

interface CellProps {
  cell: MapCell | null;
  namesJudge: boolean;
  isStop: boolean;
  onFocus: () => void;
  hold: (element: HTMLTableCellElement | null) => void;
}

function Cell({ cell, namesJudge, isStop, onFocus, hold }: CellProps) {
  const { t } = useTranslation('judging');
  if (cell === null) return <td className="sheet-map-gap" />;
  const says = t('wall.map.says', { judge: cell.judge, state: t(`wall.map.state.${cell.state}`) });
  return (
    <td
      ref={hold}
      className={`sheet-map-cell sheet-map-${cell.state}`}
      tabIndex={isStop ? 0 : -1}
      title={says}
      aria-label={says}
      onFocus={onFocus}
    >
      {t(`wall.map.letter.${cell.state}`)}
      {namesJudge ? <small>{cell.judge}</small> : null}
    </td>
  );
}
