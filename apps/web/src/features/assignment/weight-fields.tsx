import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from './number-field.js';
import type { AssignmentParameters } from './queries.js';

// What judges wish is not asked of them yet: its weight goes along unseen.
const weights = ['expertise', 'ownLanguage', 'kept'] as const;

interface WeightFieldsProps {
  parameters: AssignmentParameters;
  onChange: (next: Partial<AssignmentParameters>) => void;
}

/** What few people change: weights, and the seed. */
export function WeightFields({ parameters, onChange }: WeightFieldsProps) {
  const { t } = useTranslation('assignment');
  const id = useId();
  return (
    <details className="assignment-weights">
      <summary>{t('form.weights')}</summary>
      <p className="muted">{t('form.weightsNote')}</p>
      <div className="assignment-fields">
        {weights.map((name) => (
          <NumberField
            key={name}
            label={t(`form.weight.${name}`)}
            min={0}
            max={1000}
            value={parameters.weights[name]}
            onChange={(value) => onChange({ weights: { ...parameters.weights, [name]: value ?? 0 } })}
          />
        ))}
      </div>
      <div className="assignment-seed">
        <label htmlFor={id}>{t('form.seed')}</label>
        <Input
          id={id}
          maxLength={100}
          autoComplete="off"
          value={parameters.seed}
          onChange={(event) => onChange({ seed: event.target.value })}
        />
        <p className="muted">{t('form.seedNote')}</p>
      </div>
    </details>
  );
}
