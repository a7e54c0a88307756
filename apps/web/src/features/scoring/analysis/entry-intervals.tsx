import { useTranslation } from 'react-i18next';
import { axisFrom } from './axis.js';
import { chartBands } from './chart-bands.js';
import { linePlaces, type GroupView } from './group-view.js';
import { AxisHead, axisHeight, intervalAxis, Intervals, type Interval } from './interval-drawing.js';
import { RowChart } from './row-chart.js';
import { shownPlaces } from './shown-places.js';
import { entryName, useAnalysisTexts } from './use-analysis-texts.js';
import { useNumberTexts } from './use-number-texts.js';

interface EntryIntervalsProps {
  readonly view: GroupView;
  readonly label: string;
  /** By index into the group's entries. */
  readonly intervalOf: (index: number) => Interval;
  /** Of what is said. */
  readonly decimals: number;
  /** Where the axis begins. */
  readonly least?: number;
  /** What the axis measures. */
  readonly axisTitle: string;
}

/** Entries by declared rank, each with a figure and its interval. */
export function EntryIntervals({ view, label, intervalOf, decimals, least, axisTitle }: EntryIntervalsProps) {
  const { group, entries, place } = view;
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { fixed } = useNumberTexts();
  const count = group.entries.length;
  const lines = linePlaces(group);
  const range = shownPlaces(count, lines, place.places);
  const extras = group.entries.flatMap((entry, index) =>
    place.picked.includes(entry) && (index < range.from || index >= range.to) ? [index] : [],
  );
  const bands = chartBands({ range, count, lines, extras });
  const rows = bands.bands.flatMap((band) => (band.kind === 'row' ? [band.index] : []));
  const around = intervalAxis(rows.map(intervalOf));
  const axis = least === undefined ? around : axisFrom(least, around);
  const entryAt = (index: number) => group.entries[index] ?? -1;
  const said = (index: number) => {
    const { value, low, high } = intervalOf(index);
    if (value === null) return t('none');
    if (low === null || high === null) return fixed(value, decimals);
    return t('chart.interval', {
      value: fixed(value, decimals),
      low: fixed(low, decimals),
      high: fixed(high, decimals),
    });
  };
  return (
    <RowChart
      {...{ label, bands, axisTitle }}
      labelOf={(index) => ({
        key: entryAt(index),
        lead: String(group.methods[0]?.ranks[index] ?? t('none')),
        text: entryName(entries, entryAt(index)),
        says: said(index),
      })}
      lineName={(after) => texts.linesAfter(group.lines, after)}
      picked={place.picked}
      onToggle={place.toggle}
      headHeightOf={() => axisHeight}
      head={(width) => <AxisHead {...{ axis, width }} />}
    >
      {(drawing) => (
        <Intervals
          {...{ drawing, bands, axis, intervalOf }}
          isPicked={(index) => place.picked.includes(entryAt(index))}
          onToggle={(index) => place.toggle(entryAt(index))}
        />
      )}
    </RowChart>
  );
}
