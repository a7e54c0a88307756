import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/choice.js';
import {
  methodChoices,
  minimumChoices,
  placeChoices,
  recheckRule,
  tieChoices,
  type MethodChoice,
  type RuleChoice,
} from './rule-choice.js';
import { useRuleText } from './use-rule-text.js';

interface RuleFormProps {
  rule: RuleChoice;
  /** Whether the places were taken from the published scores. */
  isGuessed: boolean;
  onChange: (rule: RuleChoice) => void;
}

export function RuleForm({ rule, isGuessed, onChange }: RuleFormProps) {
  const { t } = useTranslation('recheck');
  const ruleText = useRuleText();
  const minimums = minimumChoices(rule.method);
  const setMethod = (method: MethodChoice) =>
    onChange({ ...rule, method, minimum: Math.max(rule.minimum, minimumChoices(method)[0] ?? 0) });
  return (
    <section className="card recheck-rule" aria-labelledby="recheck-rule">
      <h2 id="recheck-rule">{t('rule.heading')}</h2>
      <div className="choices">
        <Choice
          label={t('rule.method')}
          value={rule.method}
          options={methodChoices.map((value) => ({ value, text: t(`rule.methods.${value}`) }))}
          onChange={setMethod}
        />
        {minimums.length === 0 ? null : (
          <Choice
            label={t('rule.minimum')}
            value={String(recheckRule(rule).trimMinimum)}
            options={minimums.map((count) => ({ value: String(count), text: String(count) }))}
            onChange={(minimum) => onChange({ ...rule, minimum: Number(minimum) })}
          />
        )}
        <Choice
          label={t('rule.places')}
          value={rule.places === null ? 'none' : String(rule.places)}
          options={[
            ...placeChoices.map((places) => ({ value: String(places), text: String(places) })),
            { value: 'none', text: t('rule.unrounded') },
          ]}
          onChange={(places) => onChange({ ...rule, places: places === 'none' ? null : Number(places) })}
        />
        <Choice
          label={t('rule.ties')}
          value={rule.ties}
          options={tieChoices.map((value) => ({ value, text: t(`rule.tie.${value}`) }))}
          onChange={(ties) => onChange({ ...rule, ties })}
        />
      </div>
      <p className="recheck-rule-words">
        {ruleText(rule)}
        {isGuessed ? <span className="muted next-sentence">{t('rule.guessed')}</span> : null}
      </p>
    </section>
  );
}
