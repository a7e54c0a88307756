import { useFormats } from '../locales/formats.js';

interface ProgressBarProps {
  label: string;
  part: number;
  second?: number;
  whole: number;
}

/** `part` in full colour, `second` (drafts) lighter behind it; the numbers stand beside it in words. */
export function ProgressBar({ label, part, second = 0, whole }: ProgressBarProps) {
  const { percent } = useFormats();
  const width = (value: number) => `${whole === 0 ? 0 : Math.min(100, (100 * value) / whole)}%`;
  return (
    <div
      className="progress-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={whole}
      aria-valuenow={part}
      aria-valuetext={percent(part, whole)}
    >
      <div className="progress-bar-second" style={{ width: width(part + second) }} />
      <div className="progress-bar-part" style={{ width: width(part) }} />
    </div>
  );
}
