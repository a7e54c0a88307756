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
  return (
    <div className={`figure figure-${size}`}>
      <dt>
        {label}
        {tip}
      </dt>
      <dd>
        <span className="figure-number">{number}</span>
        {unit ? <span className="figure-unit"> {unit}</span> : null}
      </dd>
    </div>
  );
}
