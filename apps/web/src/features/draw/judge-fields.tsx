import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { Choice } from '../../ui/choice.js';
import { NumberField } from '../assignment/number-field.js';
import { kinds } from '../assignment/plan-demands.js';
import type { DrawFieldsProps } from './draw-demands.js';

const most = 500;

/** How many judges are drawn, and of whom. */
export function JudgeFields({ desk, demands, onChange }: DrawFieldsProps) {
  const { t } = useTranslation(['draw', 'assignment']);
  const text = useText();
  const { seats, reserves, mostPerEmployer, kindsWanted } = demands;
  return (
    <>
      <div className="draw-fields">
        <NumberField
          label={t('form.seats')}
          min={1}
          max={most}
          value={seats}
          onChange={(n) => onChange({ seats: n })}
        />
        <NumberField
          label={t('form.reserves')}
          min={0}
          max={most}
          value={reserves}
          onChange={(n) => onChange({ reserves: n })}
        />
        <NumberField
          label={t('form.mostPerEmployer')}
          min={1}
          max={most}
          value={mostPerEmployer}
          onChange={(n) => onChange({ mostPerEmployer: n })}
        />
        {desk.fieldGroups.length > 0 ? (
          <Choice
            label={t('form.fieldGroup')}
            value={demands.fieldGroupId}
            options={[
              { value: '', text: t('form.everyGroup') },
              ...desk.fieldGroups.map(({ id, name }) => ({ value: id, text: text(name) })),
            ]}
            onChange={(fieldGroupId) => onChange({ fieldGroupId })}
          />
        ) : null}
      </div>
      <fieldset className="assignment-kinds">
        <legend>{t('form.kinds')}</legend>
        {kinds.map((kind) => (
          <NumberField
            key={kind}
            label={t(`assignment:form.kind.${kind}`)}
            min={0}
            max={seats ?? most}
            value={kindsWanted[kind]}
            onChange={(atLeast) => onChange({ kindsWanted: { ...kindsWanted, [kind]: atLeast } })}
          />
        ))}
      </fieldset>
      <Checkbox
        checked={demands.passesConflicted}
        onChange={(event) => onChange({ passesConflicted: event.target.checked })}
      >
        {t('form.passesConflicted')}
      </Checkbox>
    </>
  );
}
