import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { QueryView } from '../../ui/query-view.js';
import { useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { remindersQuery } from './queries.js';

const usual = [336, 240, 168, 120, 72, 48, 24, 12, 6, 3, 1];
const most = 5;

/** How long before the deadline whoever has a draft is reminded. */
export function ReminderHours({ slug }: { slug: string }) {
  const { t } = useTranslation('mail');
  const query = useQuery(remindersQuery(slug));
  return (
    <section aria-labelledby="reminder-hours">
      <h2 id="reminder-hours">{t('reminders.title')}</h2>
      <QueryView query={query}>
        {(reminders) => <HoursForm key={reminders.version} slug={slug} reminders={reminders} />}
      </QueryView>
    </section>
  );
}

function HoursForm({ slug, reminders }: { slug: string; reminders: Schemas['StandingRemindersDto'] }) {
  const { t } = useTranslation('mail');
  const id = useId();
  const { sentence } = useProblemMessage();
  const [hours, setHours] = useState(reminders.hours);
  const { run, isPending, error } = useAct(
    (body: Schemas['ReminderHoursDto'], key) =>
      answer(
        api.PUT('/api/v1/editions/{slug}/reminders', {
          params: { path: { slug }, header: { 'Idempotency-Key': key, 'If-Match': `"${reminders.version}"` } },
          body,
        }),
      ),
    ['reminders'],
  );
  const offered = [...new Set([...usual, ...reminders.hours])].sort((left, right) => right - left);
  return (
    <div className="reminder-hours">
      <label htmlFor={id}>{t('reminders.label')}</label>
      <Select
        id={id}
        mode="multiple"
        maxCount={most}
        value={hours}
        onChange={(next: number[]) => setHours([...next].sort((left, right) => right - left))}
        placeholder={t('reminders.none')}
        options={offered.map((value) => ({ value, label: t('reminders.hours', { number: value }) }))}
      />
      <p className="muted">{t('reminders.rule', { most })}</p>
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      <Button loading={isPending} disabled={hours.join() === reminders.hours.join()} onClick={() => run({ hours })}>
        {t('reminders.save')}
      </Button>
    </div>
  );
}
