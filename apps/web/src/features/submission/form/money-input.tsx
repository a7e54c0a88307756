import { Input, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MoneyField } from '#domain/form/form-definition';
import { groupDigits } from '../../../locales/formats.js';

interface TypedMoney {
  amount?: string;
  currency?: string;
}

interface MoneyInputProps {
  field: MoneyField;
  isReadOnly: boolean;
  id?: string;
  value?: TypedMoney;
  onChange?: (value: TypedMoney) => void;
}

/** A sum as typed and its currency; never converted. */
export function MoneyInput({ field, isReadOnly, id, value, onChange }: MoneyInputProps) {
  const { t } = useTranslation('submission');
  const amount = value?.amount ?? '';
  const currency = value?.currency ?? field.currencies[0];
  return (
    <Space.Compact>
      <Select
        aria-label={t('form.currency')}
        value={currency}
        onChange={(next) => onChange?.({ ...value, currency: next })}
        options={field.currencies.map((code) => ({ value: code, label: code }))}
        className="currency"
      />
      <Input
        id={id}
        value={isReadOnly ? groupDigits(amount) : amount}
        onChange={(event) => onChange?.({ currency, amount: event.target.value })}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        className="short-input"
      />
    </Space.Compact>
  );
}
