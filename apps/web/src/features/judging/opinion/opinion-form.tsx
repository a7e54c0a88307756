import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { Choice } from '../../../ui/choice.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { opinionKeys, opinionLevels, type TechnicalOpinion } from './queries.js';

const longest = { opinion: 4000, signedBy: 200, evidence: 300 } as const;
const blank = { entry: '', opinion: '', signedBy: '', givenOn: '', evidence: '' };

/** Taken from the owner's signed paper, on the owner's behalf. */
export function OpinionForm({ slug }: { slug: string }) {
  const { t } = useTranslation('recusal');
  const { sentence } = useProblemMessage();
  const [typed, setTyped] = useState(blank);
  const [level, setLevel] = useState<TechnicalOpinion['level'] | ''>('');
  const { run, isPending, error } = useAct(
    (body: Schemas['RecordTechnicalOpinionDto'], key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/technical-opinions', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    opinionKeys,
    () => {
      setTyped(blank);
      setLevel('');
    },
  );
  const number = /^[1-9][0-9]{0,8}$/.test(typed.entry.trim()) ? Number(typed.entry.trim()) : null;
  const { opinion, signedBy, givenOn, evidence } = typed;
  const isReady = number !== null && [opinion, signedBy, givenOn, evidence].every((text) => text.trim() !== '');
  const bind = (key: keyof typeof blank) => ({
    id: `opinion-${key}`,
    value: typed[key],
    onChange: (event: { target: { value: string } }) => setTyped((now) => ({ ...now, [key]: event.target.value })),
  });
  return (
    <Form
      className="card unlock-form"
      layout="vertical"
      onFinish={() => {
        if (number !== null && level !== '' && isReady) {
          run({ entryNumber: number, level, opinion, signedBy, givenOn, evidence });
        }
      }}
    >
      <h2>{t('opinion.record')}</h2>
      <Form.Item label={t('organisers.entryNumber')} htmlFor="opinion-entry">
        <Input {...bind('entry')} inputMode="numeric" maxLength={9} />
      </Form.Item>
      <Choice
        label={t('opinion.level')}
        value={level}
        options={[
          { value: '', text: t('choose') },
          ...opinionLevels.map((value) => ({ value, text: t(`opinion.levels.${value}`) })),
        ]}
        onChange={setLevel}
      />
      <Form.Item label={t('opinion.opinion')} htmlFor="opinion-opinion">
        <Input.TextArea {...bind('opinion')} rows={4} maxLength={longest.opinion} />
      </Form.Item>
      <Form.Item label={t('opinion.signedBy')} htmlFor="opinion-signedBy" extra={t('opinion.signedHelp')}>
        <Input {...bind('signedBy')} maxLength={longest.signedBy} />
      </Form.Item>
      <Form.Item label={t('opinion.givenOn')} htmlFor="opinion-givenOn">
        <Input {...bind('givenOn')} type="date" />
      </Form.Item>
      <Form.Item label={t('opinion.evidence')} htmlFor="opinion-evidence" extra={t('opinion.evidenceHelp')}>
        <Input {...bind('evidence')} maxLength={longest.evidence} />
      </Form.Item>
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      <Button type="primary" htmlType="submit" disabled={!isReady || level === ''} loading={isPending}>
        {t('opinion.keep')}
      </Button>
    </Form>
  );
}
