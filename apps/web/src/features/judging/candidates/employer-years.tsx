import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { NumberField } from '../../assignment/number-field.js';
import { type CandidatePage, candidateKeys } from './queries.js';

/** For how many years a former employer counts, and whose rule that is. */
export function EmployerYears({ shown }: { shown: CandidatePage }) {
  const { t } = useTranslation('candidates');
  const { sentence } = useProblemMessage();
  const { edition, employerYears, settingVersion, isClosed } = shown;
  const [years, setYears] = useState<number | null>(employerYears);
  const { run, isPending, error } = useAct(
    (body: { employerYears: number }, key) =>
      answer(
        api.PUT('/api/v1/editions/{slug}/employer-years', {
          params: {
            path: { slug: edition.slug },
            header: { 'Idempotency-Key': key, 'If-Match': `"${settingVersion}"` },
          },
          body,
        }),
      ),
    candidateKeys,
  );
  return (
    <section className="employer-years">
      <p className="muted">{t(settingVersion === 0 ? 'yearsDefault' : 'yearsSet', { count: employerYears })}</p>
      <p className="muted">{t('rules')}</p>
      {isClosed ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (years !== null) run({ employerYears: years });
          }}
        >
          <NumberField label={t('years')} min={0} max={30} value={years} onChange={setYears} />
          <Button htmlType="submit" loading={isPending} disabled={years === null || years === employerYears}>
            {t('saveYears')}
          </Button>
        </form>
      )}
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
    </section>
  );
}
