import { useTranslation } from 'react-i18next';
import { chartBands, type ChartBands } from './chart-bands.js';
import { FlowLine } from './flow-line.js';
import { linePlaces, type GroupView } from './group-view.js';
import { rankPlaces } from './rank-places.js';
import { RowChart, type Drawing } from './row-chart.js';
import { shownPlaces } from './shown-places.js';
import { useAnalysisTexts } from './use-analysis-texts.js';
import './rank-flow.css';

/** Narrower columns have their names upright. */
const uprightBelow = 78;
/** Entries outside the places shown that have rows of their own. */
const mostExtras = 12;
const headHeights = { level: 48, upright: 136 };

/** How each entry's rank changes from method to method: a line for each entry, one column for each method. */
export function RankFlow({ view: { group, entries, place } }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const lines = linePlaces(group);
  const methods = group.methods.filter(({ refusal }) => refusal === null);
  const count = group.entries.length;
  const range = shownPlaces(count, lines, place.places);
  const crossing = new Set(
    methods.flatMap(({ lineChanges }) => lineChanges.flatMap(({ changes }) => changes.map(({ entry }) => entry))),
  );
  const isPicked = (index: number) => place.picked.includes(group.entries[index] ?? -1);
  const kept = new Set([...crossing, ...place.picked]);
  const extras = group.entries.flatMap((entry, index) =>
    kept.has(entry) && (index < range.from || index >= range.to) ? [index] : [],
  );
  // Those that a person picked must not be the ones that find no room.
  extras.sort((a, b) => Number(isPicked(b)) - Number(isPicked(a)) || a - b);
  const bands = chartBands({ range, count, lines, extras: extras.slice(0, mostExtras) });
  const placesOf = methods.map(({ ranks }) => rankPlaces(ranks));
  const labelOf = (index: number) => {
    const entry = group.entries[index] ?? 0;
    return {
      key: entry,
      lead: String(methods[0]?.ranks[index] ?? t('none')),
      text: `${entries[entry]?.number ?? ''} ${entries[entry]?.title ?? ''}`,
      says: methods.map(({ id, ranks }) => `${texts.method(id)} ${ranks[index] ?? t('none')}`).join(', '),
    };
  };
  const drawing = ({ width, pointed, onPoint }: Drawing) => {
    const at = columnsAt(methods.length, width);
    const rows = bands.bands.flatMap((band) => (band.kind === 'row' ? [band.index] : []));
    const isStrong = (index: number) => index === pointed || isPicked(index);
    const ordered = [...rows].sort((a, b) => Number(isStrong(a)) - Number(isStrong(b)));
    return (
      <>
        {at.map((x, column) => (
          <line key={column} x1={x} x2={x} y1={0} y2={bands.height} className="flow-column" />
        ))}
        {ordered.map((index) => {
          const entry = group.entries[index] ?? 0;
          const strong = isStrong(index);
          return (
            <g
              key={index}
              className={strong ? 'flow-strong' : crossing.has(entry) ? 'flow-crossing' : 'flow-usual'}
              onMouseEnter={() => onPoint(index)}
              onClick={() => place.toggle(entry)}
            >
              <FlowLine
                points={placesOf.map((places, column) => ({
                  ...pointAt(bands, column === 0 ? index : null, places[index] ?? null),
                  x: at[column] ?? 0,
                  rank: strong ? (methods[column]?.ranks[index] ?? null) : null,
                }))}
              />
            </g>
          );
        })}
      </>
    );
  };
  return (
    <RowChart
      {...{ bands, labelOf }}
      label={t('methods.flow')}
      picked={place.picked}
      onToggle={place.toggle}
      lineName={(after) => texts.linesAfter(group.lines, after)}
      headHeightOf={(width) => (isUpright(methods.length, width) ? headHeights.upright : headHeights.level)}
      head={(width) => <MethodHeads names={methods.map(({ id }) => texts.method(id))} width={width} />}
    >
      {drawing}
    </RowChart>
  );
}

/** Columns share the width evenly, where that leaves room for level names; else they go to its edges. */
function columnsAt(count: number, width: number): number[] {
  const side = isUpright(count, width) ? 14 : width / count / 2;
  const step = count < 2 ? 0 : (width - 2 * side) / (count - 1);
  return Array.from({ length: count }, (_, index) => side + index * step);
}

function isUpright(count: number, width: number): boolean {
  return width / count < uprightBelow;
}

/** Where an entry lies in one column: by the declared method, the first, in its own row. */
function pointAt({ rowAt, placeAt, isShown }: ChartBands, row: number | null, place: number | null) {
  if (row !== null) return { y: rowAt(row) ?? 0, isAway: false };
  return { y: placeAt(place ?? Infinity), isAway: place === null || !isShown(place) };
}

function MethodHeads({ names, width }: { names: readonly string[]; width: number }) {
  const at = columnsAt(names.length, width);
  const step = width / names.length;
  const upright = isUpright(names.length, width);
  return names.map((name, index) => (
    <span
      key={name}
      className={`flow-head${upright ? ' flow-head-upright' : ''}${index === 0 ? ' flow-head-first' : ''}`}
      style={upright ? { left: (at[index] ?? 0) - 12 } : { left: (at[index] ?? 0) - step / 2, width: step }}
    >
      {name}
    </span>
  ));
}
