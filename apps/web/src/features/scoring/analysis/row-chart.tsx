import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rowHeight, stripHeight, type ChartBands } from './chart-bands.js';
import { usePrinting } from '../../../ui/use-printing.js';
import { useWidth } from './use-width.js';
import './row-chart.css';

export interface RowLabel {
  /** What the row is about: what is picked out. */
  readonly key: number;
  /** Before the text, right-aligned: a rank. */
  readonly lead: string | null;
  readonly text: string;
  /** What the drawing says of it, for those who hear it. */
  readonly says: string;
}

/** What the drawing of the rows is given. */
export interface Drawing {
  readonly width: number;
  /** The row over which the pointer or on which the focus is. */
  readonly pointed: number | null;
  readonly onPoint: (index: number | null) => void;
}

interface RowChartProps {
  readonly label: string;
  readonly bands: ChartBands;
  /** What the axis above the drawing measures. */
  readonly axisTitle?: string;
  readonly labelOf: (index: number) => RowLabel;
  readonly lineName?: (after: number) => string;
  readonly picked: readonly number[];
  readonly onToggle: (key: number) => void;
  /** In pixels, for a drawing so wide. */
  readonly headHeightOf: (width: number) => number;
  readonly head: (width: number) => ReactNode;
  readonly children: (drawing: Drawing) => ReactNode;
}

/** Of a drawing on A4, in pixels; row-chart.css has the frame to it. */
const paperWidth = 566;

/** The width is not measured on paper: the browser takes its picture before anything could follow a change. */
function useWidthOnPaperToo(): ReturnType<typeof useWidth<HTMLDivElement>> {
  const [frame, width] = useWidth<HTMLDivElement>();
  const isPrinting = usePrinting();
  return [frame, isPrinting ? paperWidth : width];
}

/**
 * Rows of names with a drawing beside them, and lines of awards between them. One stop of the tabulator: arrows go from
 * row to row, and what the drawing shows of a row is said with its name.
 */
export function RowChart(props: RowChartProps) {
  const { bands, headHeightOf, head, lineName = () => '', children } = props;
  const { t } = useTranslation('analysis');
  const [frame, width] = useWidthOnPaperToo();
  const [pointed, setPointed] = useState<number | null>(null);
  const headHeight = headHeightOf(width);
  return (
    <div className="row-chart">
      <RowLabels {...props} {...{ headHeight, pointed }} onPoint={setPointed} />
      <div ref={frame} className="row-chart-drawing" aria-hidden="true" onMouseLeave={() => setPointed(null)}>
        <div className="row-chart-head" style={{ height: headHeight }}>
          {width > 0 ? head(width) : null}
        </div>
        <svg width={width} height={bands.height} className="row-chart-svg">
          {width > 0 ? children({ width, pointed, onPoint: setPointed }) : null}
        </svg>
      </div>
      {bands.bands.map((band) =>
        band.kind === 'row' ? null : (
          <div
            key={band.kind === 'line' ? band.after : band.kind}
            className={band.kind === 'line' ? 'row-chart-line' : 'row-chart-strip'}
            style={{ top: headHeight + band.top, height: stripHeight }}
          >
            <span>
              {band.kind === 'line'
                ? t('line.after', { name: lineName(band.after), after: band.after })
                : t(band.kind === 'before' ? 'chart.before' : 'chart.after')}
            </span>
          </div>
        ),
      )}
    </div>
  );
}

type RowLabelsProps = Pick<RowChartProps, 'label' | 'bands' | 'axisTitle' | 'labelOf' | 'picked' | 'onToggle'> &
  Pick<Drawing, 'pointed' | 'onPoint'> & { readonly headHeight: number };

function RowLabels({
  label,
  bands,
  axisTitle,
  labelOf,
  picked,
  onToggle,
  headHeight,
  pointed,
  onPoint,
}: RowLabelsProps) {
  const list = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<number | null>(null);
  const rows = bands.bands.flatMap((band) => (band.kind === 'row' ? [band] : []));
  const current = rows.some(({ index }) => index === stop) ? stop : (rows[0]?.index ?? null);
  const move = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = rows.findIndex(({ index }) => index === current);
    const to = Math.min(rows.length - 1, Math.max(0, from + step));
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div
      ref={list}
      className="row-chart-labels"
      role="group"
      aria-label={label}
      style={{ height: headHeight + bands.height }}
    >
      {axisTitle === undefined ? null : (
        <span className="row-chart-axis-title" style={{ height: headHeight }}>
          {axisTitle}
        </span>
      )}
      {rows.map(({ index, top }) => {
        const { key, lead, text, says } = labelOf(index);
        const isPicked = picked.includes(key);
        return (
          <button
            key={index}
            type="button"
            aria-pressed={isPicked}
            tabIndex={index === current ? 0 : -1}
            className={index === pointed ? 'row-chart-label row-chart-label-pointed' : 'row-chart-label'}
            style={{ top: headHeight + top, height: rowHeight }}
            onClick={() => onToggle(key)}
            onKeyDown={move}
            onFocus={() => {
              setStop(index);
              onPoint(index);
            }}
            onBlur={() => onPoint(null)}
            onMouseEnter={() => onPoint(index)}
            onMouseLeave={() => onPoint(null)}
          >
            {lead === null ? null : <span className="row-chart-lead">{lead}</span>}
            <span className="row-chart-text">{text}</span>
            <span className="visually-hidden">{says}</span>
          </button>
        );
      })}
    </div>
  );
}
