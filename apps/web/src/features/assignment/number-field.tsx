import { InputNumber } from 'antd';
import { useId } from 'react';
import './number-field.css';

interface NumberFieldProps {
  label: string;
  min: number;
  max: number;
  /** Null: nothing stands there. */
  value: number | null;
  onChange: (value: number | null) => void;
}

/** A whole number with its name. */
export function NumberField({ label, min, max, value, onChange }: NumberFieldProps) {
  const id = useId();
  return (
    <div className="number-field">
      <label htmlFor={id}>{label}</label>
      <InputNumber id={id} min={min} max={max} precision={0} value={value} onChange={onChange} />
    </div>
  );
}
