import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import type { OwnEntry } from '../queries.js';
import { avoidancesQuery, type Avoidance } from './team-queries.js';
import './team.css';

const most = 3;
const kinds = ['person', 'employer'] as const;

/** Whom the team asks to be kept away as judges; the lead's alone. */
export function AvoidanceSection({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('team');
  // Not replaced while it is edited, and asked for anew when somebody comes back to it.
  const query = useQuery({ ...avoidancesQuery(entry.publicId), enabled: entry.isLead, staleTime: Infinity, gcTime: 0 });
  if (!entry.isLead) return <p className="muted">{t('avoid.leadOnly')}</p>;
  return (
    <>
      <p className="muted">{t('avoid.note')}</p>
      <QueryView query={query}>
        {({ avoidances }) => (
          <AvoidanceForm entryId={entry.publicId} initial={avoidances} isReadOnly={entry.state === 'withdrawn'} />
        )}
      </QueryView>
    </>
  );
}

interface AvoidanceFormProps {
  entryId: string;
  initial: readonly Avoidance[];
  isReadOnly: boolean;
}

interface Fields {
  avoidances: Avoidance[];
}

function AvoidanceForm({ entryId, initial, isReadOnly }: AvoidanceFormProps) {
  const { t } = useTranslation('team');
  const { sentence } = useProblemMessage();
  const [isSaved, setSaved] = useState(false);
  const { run, isPending, error } = useAct(
    (body: Fields, key) =>
      answer(
        api.PUT('/api/v1/entries/{publicId}/avoidances', {
          params: { path: { publicId: entryId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    [],
    () => setSaved(true),
  );
  const required = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      disabled={isReadOnly}
      initialValues={{ avoidances: initial }}
      onValuesChange={() => setSaved(false)}
      onFinish={({ avoidances }) => run({ avoidances })}
    >
      <Form.List name="avoidances">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }, index) => (
              <div key={key} className="avoidance" role="group" aria-label={t('avoid.one', { number: index + 1 })}>
                <Form.Item name={[name, 'kind']} label={t('avoid.kind')}>
                  <Select options={kinds.map((kind) => ({ value: kind, label: t(`avoid.${kind}`) }))} />
                </Form.Item>
                <Form.Item name={[name, 'name']} label={t('avoid.name')} rules={required(t('avoid.nameMissing'))}>
                  <Input maxLength={200} autoComplete="off" />
                </Form.Item>
                <Form.Item
                  name={[name, 'reason']}
                  label={t('avoid.reason')}
                  rules={required(t('avoid.reasonMissing'))}
                  className="avoidance-reason"
                >
                  <Input.TextArea maxLength={500} rows={3} />
                </Form.Item>
                <Button onClick={() => remove(name)} aria-label={t('avoid.removeOne', { number: index + 1 })}>
                  {t('avoid.remove')}
                </Button>
              </div>
            ))}
            {rows.length < most && !isReadOnly ? (
              <Button onClick={() => add({ kind: 'person', name: '', reason: '' })}>{t('avoid.add')}</Button>
            ) : null}
          </>
        )}
      </Form.List>
      <div role="alert">
        {error ? <Alert type="error" showIcon title={sentence(error)} className="form-fault" /> : null}
      </div>
      {isReadOnly ? null : (
        <div className="avoidance-save">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('avoid.save')}
          </Button>
          <span role="status">{isSaved ? <StateMark tone="done">{t('avoid.saved')}</StateMark> : null}</span>
        </div>
      )}
    </Form>
  );
}
