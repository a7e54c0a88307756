import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { calibrationKeys, type StageCalibration } from './queries.js';

interface CalibrationFormProps {
  stageId: string;
  criteria: StageCalibration['criteria'];
}

/** One more calibration entry: by its number, with the office's own scores. */
export function CalibrationForm({ stageId, criteria }: CalibrationFormProps) {
  const { t } = useTranslation('judging');
  const text = useText();
  const { sentence } = useProblemMessage();
  const [number, setNumber] = useState('');
  const [reference, setReference] = useState<Record<string, string>>({});
  const { run, isPending, error } = useAct(
    (body: Schemas['SetCalibrationDto'], key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/calibrations', {
          params: { path: { stageId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    calibrationKeys,
    () => {
      setNumber('');
      setReference({});
    },
  );
  const isReady = /^[1-9]\d{0,8}$/.test(number.trim()) && criteria.every(({ key }) => reference[key]?.trim());
  const labelOf = (path: string) => {
    const found = criteria.find(({ key }) => path === `scores.${key}`);
    return found ? text(found.name) : null;
  };
  const given = () => Object.fromEntries(criteria.map(({ key }) => [key, (reference[key] ?? '').trim()]));
  return (
    <Form
      className="card calibration-form"
      layout="vertical"
      onFinish={() => isReady && run({ entryNumber: Number(number.trim()), reference: given() })}
    >
      <h2>{t('calibration.add')}</h2>
      <Form.Item label={t('calibration.entryNumber')} htmlFor="calibration-entry" extra={t('calibration.entryHelp')}>
        <Input
          id="calibration-entry"
          inputMode="numeric"
          maxLength={9}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
      </Form.Item>
      <fieldset>
        <legend>{t('calibration.reference')}</legend>
        {criteria.map(({ key, name, minimum, maximum, step }) => (
          <Form.Item
            key={key}
            label={text(name)}
            htmlFor={`calibration-${key}`}
            extra={t('calibration.range', { minimum, maximum, step })}
          >
            <Input
              id={`calibration-${key}`}
              inputMode="decimal"
              maxLength={12}
              value={reference[key] ?? ''}
              onChange={(event) => setReference((now) => ({ ...now, [key]: event.target.value }))}
            />
          </Form.Item>
        ))}
      </fieldset>
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error, labelOf)} /> : null}</div>
      <Button type="primary" htmlType="submit" disabled={!isReady} loading={isPending}>
        {t('calibration.set')}
      </Button>
    </Form>
  );
}
