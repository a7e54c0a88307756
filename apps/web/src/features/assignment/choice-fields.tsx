import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import type { PlanDemands } from './plan-demands.js';
import type { AssignmentDesk } from './queries.js';

interface ChoiceFieldsProps {
  desk: AssignmentDesk;
  demands: PlanDemands;
  onChange: (next: Partial<PlanDemands>) => void;
}

/** Who alone may be given further entries: judges by name, panels of the stage, or everybody. */
export function ChoiceFields({ desk, demands, onChange }: ChoiceFieldsProps) {
  const { t } = useTranslation('assignment');
  const text = useText();
  const judges = desk.judges.map(({ id, name, absence }) => ({
    value: id,
    label: [name ?? t('nameless'), ...(absence === null ? [] : [t(`absence.${absence}`)])].join(' · '),
  }));
  const panels = desk.panels.map(({ id, name, judges: members }) => ({
    value: id,
    label: t('form.panel', { name: text(name), count: members }),
  }));
  return (
    <fieldset className="assignment-choice">
      <legend>{t('form.only')}</legend>
      <p className="muted">{t('form.onlyNote')}</p>
      <ManyField
        label={t('form.onlyJudges')}
        value={demands.onlyJudges}
        options={judges}
        onChange={(onlyJudges) => onChange({ onlyJudges })}
      />
      {panels.length === 0 ? null : (
        <ManyField
          label={t('form.onlyPanels')}
          value={demands.onlyPanels}
          options={panels}
          onChange={(onlyPanels) => onChange({ onlyPanels })}
        />
      )}
    </fieldset>
  );
}

interface ManyFieldProps {
  label: string;
  value: readonly string[];
  options: { value: string; label: string }[];
  onChange: (value: string[]) => void;
}

function ManyField({ label, value, options, onChange }: ManyFieldProps) {
  const { t } = useTranslation('assignment');
  const id = useId();
  return (
    <div className="hand-judge">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        mode="multiple"
        allowClear
        maxTagCount={12}
        value={[...value]}
        onChange={onChange}
        placeholder={t('form.everybody')}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
      />
    </div>
  );
}
