import { Input, type InputProps } from 'antd';
import { useFormats } from '../locales/formats.js';
import './date-input.css';

/**
 * A day, as `YYYY-MM-DD`. The browser's own field writes it in the browser's order, which need not be the page's: the
 * day that is chosen stands written out beside it.
 */
export function DateInput(props: InputProps) {
  const { date } = useFormats();
  const { value } = props;
  const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return (
    <span className="date-input">
      <Input {...props} type="date" />
      <span className="muted" role="status">
        {isDay ? date(value) : ''}
      </span>
    </span>
  );
}
