import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { useText } from '../../../locales/use-text.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { editionsQuery } from '../../contest/queries.js';
import { RequireSession } from '../../identity/require-session.js';
import { LeaveGuard } from '../../submission/leave-guard.js';
import { type EligibilitySetting, settingQuery } from '../queries.js';
import { useVerdict } from '../use-verdict.js';
import { VerdictFields } from '../verdict-fields.js';
import { ItemListFields } from './item-list.js';
import { isComplete, keyed } from './setting-document.js';
import '../eligibility.css';

export function Component() {
  const { t } = useTranslation('eligibility');
  return (
    <RequireSession title={t('setting.title')}>
      <Setting />
    </RequireSession>
  );
}

function Setting() {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const { slug = '' } = useParams();
  // What is being edited is not replaced under the hands.
  const query = useQuery({ ...settingQuery(slug), staleTime: Infinity, gcTime: 0 });
  const editions = useQuery(editionsQuery);
  const isComing = editions.isPending || query.isPending;
  const edition = isComing ? undefined : editions.data?.editions.find((one) => one.slug === slug);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${text(edition.name)} · ${t('setting.title')}` : t('setting.title')}
      lead={t('setting.lead')}
      trail={<Link to={`/organiser/editions/${slug}/eligibility`}>{t('title')}</Link>}
    >
      <QueryView query={query}>
        {(standing) => <SettingEditor key={standing.version} slug={slug} standing={standing} />}
      </QueryView>
    </Page>
  );
}

function withKeys(setting: EligibilitySetting): EligibilitySetting {
  return { ...setting, checklist: keyed(setting.checklist), reasons: keyed(setting.reasons) };
}

interface SettingEditorProps {
  slug: string;
  standing: Schemas['StandingSettingDto'];
}

function SettingEditor({ slug, standing }: SettingEditorProps) {
  const { t } = useTranslation('eligibility');
  const { sentence } = useProblemMessage();
  const [setting, setSetting] = useState(standing.setting);
  const isDirty = setting !== standing.setting;
  const isWhole = isComplete(setting.checklist) && isComplete(setting.reasons);
  const { run, isPending, error } = useAct(
    (body: EligibilitySetting, key) =>
      answer(
        api.PUT('/api/v1/editions/{slug}/eligibility/setting', {
          params: { path: { slug }, header: { 'Idempotency-Key': key, 'If-Match': `"${standing.version}"` } },
          body,
        }),
      ),
    ['eligibility-setting'],
  );
  const isStale = error instanceof ApiProblem && error.code === 'revision-stale';
  return (
    <>
      <LeaveGuard isDirty={isDirty} />
      <div className="setting-layout">
        <div>
          <ItemListFields
            list="checklist"
            items={setting.checklist}
            onChange={(checklist) => setSetting({ ...setting, checklist })}
          />
          <ItemListFields
            list="reasons"
            items={setting.reasons}
            onChange={(reasons) => setSetting({ ...setting, reasons })}
          />
          <OtherFields setting={setting} onChange={setSetting} />
          <div role="alert">
            {error ? <Alert type="error" showIcon title={isStale ? t('setting.stale') : sentence(error)} /> : null}
          </div>
          <div className="check-bar">
            <Button
              type="primary"
              loading={isPending}
              disabled={!isDirty || !isWhole}
              onClick={() => run(withKeys(setting))}
            >
              {t('setting.save')}
            </Button>
            <Button disabled={!isDirty} onClick={() => setSetting(standing.setting)}>
              {t('setting.reset')}
            </Button>
            <p className="muted">{isWhole ? t('setting.keeps') : t('setting.incomplete')}</p>
          </div>
        </div>
        <Preview setting={withKeys(setting)} />
      </div>
    </>
  );
}

function OtherFields({
  setting,
  onChange,
}: {
  setting: EligibilitySetting;
  onChange: (next: EligibilitySetting) => void;
}) {
  const { t } = useTranslation('eligibility');
  const id = useId();
  return (
    <div className="setting-others">
      <Checkbox
        checked={setting.needsSecondReader}
        onChange={(event) => onChange({ ...setting, needsSecondReader: event.target.checked })}
      >
        {t('setting.secondReader')}
      </Checkbox>
      <p className="verdict-field">
        <label htmlFor={id}>{t('setting.days')}</label>
        <InputNumber
          id={id}
          min={1}
          max={60}
          precision={0}
          value={setting.correctionDays}
          onChange={(days) => onChange({ ...setting, correctionDays: days ?? 1 })}
        />
      </p>
    </div>
  );
}

/** The form that a reader will fill in, alive: nothing is recorded by it. */
function Preview({ setting }: { setting: EligibilitySetting }) {
  const { t } = useTranslation('eligibility');
  const { verdict, change } = useVerdict(setting);
  return (
    <section className="card" aria-labelledby="setting-preview">
      <h2 id="setting-preview">{t('setting.preview')}</h2>
      <p className="muted">{t('setting.previewText')}</p>
      <VerdictFields
        setting={setting}
        verdict={verdict}
        onChange={change}
        decisions={['pass', 'ask-correction', 'fail']}
      />
    </section>
  );
}
