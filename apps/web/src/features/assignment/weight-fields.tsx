import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from './number-field.js';
import type { PlanDemands } from './plan-demands.js';

const weights = ['expertise', 'preference', 'ownLanguage', 'kept'] as const;

interface WeightFieldsProps {
  demands: PlanDemands;
  onChange: (next: Partial<PlanDemands>) => void;
}

/** What few people change: weights, and the seed. */
export function WeightFields({ demands, onChange }: WeightFieldsProps) {
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
            value={demands.weights[name]}
            onChange={(value) => onChange({ weights: { ...demands.weights, [name]: value } })}
          />
        ))}
      </div>
      <div className="assignment-seed">
        <label htmlFor={id}>{t('form.seed')}</label>
        <Input
          id={id}
          maxLength={100}
          autoComplete="off"
          value={demands.seed}
          onChange={(event) => onChange({ seed: event.target.value })}
        />
        <p className="muted">{t('form.seedNote')}</p>
      </div>
    </details>
  );
}
