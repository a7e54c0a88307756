import { Checkbox, Input, Radio } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { DateInput } from '../../ui/date-input.js';
import type { Decision, EligibilitySetting } from './queries.js';
import type { Verdict } from './use-verdict.js';

interface VerdictFieldsProps {
  setting: EligibilitySetting;
  verdict: Verdict;
  onChange: (changes: Partial<Verdict>) => void;
  /** What the rules let this reader decide now. */
  decisions: readonly Decision[];
  /** Of the team; none where there are several teams. */
  language?: 'zh' | 'en';
}

const all: readonly Decision[] = ['pass', 'ask-correction', 'fail'];

/** Checklist, decision, reasons, what is said to the team, and until when it may correct. */
export function VerdictFields({ setting, verdict, onChange, decisions, language }: VerdictFieldsProps) {
  const { t } = useTranslation('eligibility');
  const isPass = verdict.decision === 'pass';
  return (
    <div className="verdict">
      <Items
        legend={t('checklist')}
        items={setting.checklist}
        chosen={verdict.met}
        onChange={(met) => onChange({ met })}
      />
      <fieldset>
        <legend>{t('decision')}</legend>
        <Radio.Group
          value={verdict.decision}
          onChange={(event) => onChange({ decision: event.target.value as Decision })}
          options={all.map((value) => ({
            value,
            label: t(`decide.${value}`),
            disabled: !decisions.includes(value),
          }))}
        />
      </fieldset>
      {verdict.decision === null || isPass ? null : (
        <Items
          legend={t('reasons')}
          items={setting.reasons}
          chosen={verdict.reasons}
          onChange={(reasons) => onChange({ reasons })}
        />
      )}
      {verdict.decision === 'ask-correction' ? (
        <Until until={verdict.until} onChange={(until) => onChange({ until })} />
      ) : null}
      {verdict.decision === null || isPass ? null : <Note verdict={verdict} onChange={onChange} language={language} />}
    </div>
  );
}

interface ItemsProps {
  legend: string;
  items: EligibilitySetting['reasons'];
  chosen: string[];
  onChange: (keys: string[]) => void;
}

function Items({ legend, items, chosen, onChange }: ItemsProps) {
  const text = useText();
  return (
    <fieldset>
      <legend>{legend}</legend>
      <Checkbox.Group
        className="verdict-items"
        value={chosen}
        onChange={onChange}
        options={items.map(({ key, label }) => ({ value: key, label: text(label) }))}
      />
    </fieldset>
  );
}

function Until({ until, onChange }: { until: string; onChange: (until: string) => void }) {
  const { t } = useTranslation('eligibility');
  const id = useId();
  return (
    <p className="verdict-field">
      <label htmlFor={id}>{t('until')}</label>
      <DateInput
        id={id}
        value={until}
        aria-describedby={`${id}-rule`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-rule`} className="muted">
        {t('untilRule')}
      </span>
    </p>
  );
}

function Note({ verdict, onChange, language }: Pick<VerdictFieldsProps, 'verdict' | 'onChange' | 'language'>) {
  const { t } = useTranslation('eligibility');
  const id = useId();
  return (
    <fieldset>
      <legend>{t('note')}</legend>
      <p className="muted">{language === undefined ? t('noteRuleMany') : t(`noteRule.${language}`)}</p>
      {(['zh', 'en'] as const).map((locale) => (
        <p key={locale} className="verdict-field">
          <label htmlFor={`${id}-${locale}`}>{t(`noteIn.${locale}`)}</label>
          <Input.TextArea
            id={`${id}-${locale}`}
            lang={locale === 'zh' ? 'zh-Hans' : 'en'}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={verdict[locale]}
            onChange={(event) => onChange({ [locale]: event.target.value })}
          />
        </p>
      ))}
    </fieldset>
  );
}
