import { Input } from 'antd';
import type { NumberField } from '#domain/form/form-definition';
import { parseDecimal } from '#domain/decimal/parse-decimal';
import { isDecimalString } from '#domain/decimal/parse-decimal';
import { roundHalfAwayFromZero } from '#domain/decimal/round-half-away-from-zero';
import { formatFixed } from '#domain/decimal/format-fixed';
import { groupDigits } from '../../../locales/formats.js';
import { useText } from '../../../locales/use-text.js';

interface NumberInputProps {
  field: NumberField;
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** A decimal as typed, with its unit, and the same quantity in the other unit beside it. */
export function NumberInput({ field, id, value = '', onChange }: NumberInputProps) {
  const text = useText();
  const { unit, besideUnit } = field;
  const typed = value.normalize('NFKC').trim();
  const beside =
    besideUnit && isDecimalString(typed)
      ? `≈ ${groupDigits(inOtherUnit(typed, besideUnit.factor))} ${text(besideUnit.unit)}`
      : '';
  return (
    <div className="with-beside">
      <Input
        id={id}
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        className="short-input"
        suffix={unit ? text(unit) : undefined}
      />
      {besideUnit ? (
        <span className="muted" role="status">
          {beside}
        </span>
      ) : null}
    </div>
  );
}

function inOtherUnit(typed: string, factor: string): string {
  return formatFixed(roundHalfAwayFromZero(parseDecimal(typed).times(parseDecimal(factor)), 2), 2);
}
