import { axisOver, type Axis } from './axis.js';
import type { ChartBands } from './chart-bands.js';
import type { Drawing } from './row-chart.js';
import { useNumberTexts } from './use-number-texts.js';
import './interval-drawing.css';

/** One row's estimate and its interval; null where there is none. */
export interface Interval {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly tone?: 'attention' | undefined;
}

const side = 18;

/** Height of the axis above the rows. */
export const axisHeight = 36;

export function intervalAxis(intervals: readonly Interval[], also: readonly number[] = []): Axis {
  return axisOver([...intervals.flatMap(({ value, low, high }) => [value, low, high]), ...also]);
}

const placeOn = (axis: Axis, width: number) => (value: number) => side + axis.at(value) * Math.max(0, width - 2 * side);

export function AxisHead({ axis, width }: { axis: Axis; width: number }) {
  const { fixed } = useNumberTexts();
  const at = placeOn(axis, width);
  const every = Math.max(1, Math.ceil((axis.ticks.length * 48) / width));
  return axis.ticks.map((tick, index) =>
    index % every === 0 ? (
      <span key={tick} className="axis-tick" style={{ left: at(tick) }}>
        {fixed(tick, axis.decimals)}
      </span>
    ) : null,
  );
}

interface IntervalsProps {
  readonly drawing: Drawing;
  readonly bands: ChartBands;
  readonly axis: Axis;
  readonly intervalOf: (index: number) => Interval;
  readonly isPicked: (index: number) => boolean;
  readonly onToggle: (index: number) => void;
  /** Drawn through all rows. */
  readonly reference?: number | null;
}

/** A dot for the estimate and a whisker for its interval, row by row. */
export function Intervals({ drawing, bands, axis, intervalOf, isPicked, onToggle, reference = null }: IntervalsProps) {
  const { width, pointed, onPoint } = drawing;
  const at = placeOn(axis, width);
  return (
    <>
      {axis.ticks.map((tick) => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1={0} y2={bands.height} className="axis-grid" />
      ))}
      {reference === null ? null : (
        <line x1={at(reference)} x2={at(reference)} y1={0} y2={bands.height} className="axis-reference" />
      )}
      {bands.bands.map((band) => {
        if (band.kind !== 'row') return null;
        const { index } = band;
        const { value, low, high, tone } = intervalOf(index);
        const y = bands.rowAt(index) ?? 0;
        const isStrong = index === pointed || isPicked(index);
        const name = isStrong ? 'interval interval-strong' : tone ? 'interval interval-attention' : 'interval';
        return (
          <g key={index} className={name} onMouseEnter={() => onPoint(index)} onClick={() => onToggle(index)}>
            <rect x={0} y={y - 13} width={width} height={26} className="interval-reach" />
            {low === null || high === null ? null : (
              <path
                d={`M${at(low)} ${y - 4}V${y + 4}M${at(low)} ${y}H${at(high)}M${at(high)} ${y - 4}V${y + 4}`}
                className="interval-whisker"
              />
            )}
            {value === null ? null : <circle cx={at(value)} cy={y} r={4} className="interval-dot" />}
          </g>
        );
      })}
    </>
  );
}
