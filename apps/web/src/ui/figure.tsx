import type { ReactNode } from 'react';
import './figure.css';

interface FigureProps {
  label: string;
  number: string;
  unit?: string;
  /** The definition behind its ⓘ. */
  tip?: ReactNode;
  size?: 'large' | 'small';
}

/** One large tabular number with what it counts below. */
export function Figure({ label, number, unit, tip, size = 'large' }: FigureProps) {
  // The ⓘ never stands alone in a line: it keeps the label's last word, or character where words have no spaces.
  const last = label.includes(' ') ? label.lastIndexOf(' ') + 1 : label.length - 1;
  return (
    <div className={`figure figure-${size}`}>
      <dt>
        {label.slice(0, last)}
        <span className="figure-label-end">
          {label.slice(last)}
          {tip}
        </span>
      </dt>
      <dd>
        <span className="figure-number">{number}</span>
        {unit ? <span className="figure-unit"> {unit}</span> : null}
      </dd>
    </div>
  );
}
