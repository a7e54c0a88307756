import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedInterest } from './queries.js';

export interface EditedInterest {
  readonly key: number;
  readonly interest: NamedInterest;
}

interface InterestLineProps {
  /** In its list, from 1. */
  number: number;
  line: EditedInterest;
  /** Null: the line is taken away. */
  onChange: (interest: NamedInterest | null) => void;
}

const yearOf = (typed: string): number | null => (/^\d{4}$/.test(typed.trim()) ? Number(typed.trim()) : null);

/** One employer, person or company, with what else is asked of its kind. */
export function InterestLine({ number, line: { interest }, onChange }: InterestLineProps) {
  const { t } = useTranslation('interests');
  const { kind, name, unit, fromYear, untilYear } = interest;
  const isPerson = kind === 'advisee' || kind === 'co-author';
  return (
    <li>
      <div className="interest-line" role="group" aria-label={t('line', { number })}>
        <Field
          label={t(`kinds.${kind}.name`)}
          value={name}
          onChange={(value) => onChange({ ...interest, name: value })}
        />
        {isPerson ? (
          <Field
            label={t('unit')}
            value={unit ?? ''}
            onChange={(value) => onChange({ ...interest, unit: value === '' ? null : value })}
          />
        ) : null}
        {kind === 'employer' ? (
          <>
            <Year label={t('from')} value={fromYear} onChange={(year) => onChange({ ...interest, fromYear: year })} />
            <Year
              label={t('until')}
              value={untilYear}
              onChange={(year) => onChange({ ...interest, untilYear: year })}
            />
          </>
        ) : null}
        <Button onClick={() => onChange(null)} aria-label={t('removeOf', { number })}>
          {t('remove')}
        </Button>
      </div>
    </li>
  );
}

function Field({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className="interest-name">
      <label htmlFor={id}>{label}</label>
      <Input id={id} value={value} maxLength={200} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

function Year({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | null;
  onChange: (year: number | null) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  return (
    <div className="interest-year">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        inputMode="numeric"
        maxLength={4}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(yearOf(event.target.value));
        }}
      />
    </div>
  );
}
