import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { Moment } from '../../../ui/moment.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { editionsQuery } from '../../contest/queries.js';
import { RequireSession } from '../../identity/require-session.js';
import { deadlineQuery, type DeadlineDesk } from './deadline-queries.js';
import { ExtensionForm } from './extension-form.js';
import './deadline.css';

export function Component() {
  const { t } = useTranslation('entry');
  return (
    <RequireSession title={t('deadline.title')}>
      <Deadline />
    </RequireSession>
  );
}

function Deadline() {
  const { t } = useTranslation('entry');
  const text = useText();
  const { slug = '' } = useParams();
  const query = useQuery(deadlineQuery(slug));
  const editions = useQuery(editionsQuery);
  const edition = editions.data?.editions.find((one) => one.slug === slug);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={editions.isPending || query.isPending}
      title={edition ? `${text(edition.name)} · ${t('deadline.title')}` : t('deadline.title')}
      width="reading"
      trail={<Link to={`/organiser/editions/${slug}`}>{t('deadline.stages')}</Link>}
      lead={t('deadline.lead')}
    >
      <QueryView query={query}>
        {(desk) => (
          <>
            <p>
              {t(desk.hasEnded ? 'deadline.closed' : 'deadline.closes')} <Moment at={desk.closesAt} />
            </p>
            <LateRule key={desk.lateHours} slug={slug} desk={desk} />
            <section className="deadline-part">
              <h2>{t('deadline.extend')}</h2>
              <ExtensionForm slug={slug} />
            </section>
            <Extensions desk={desk} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function LateRule({ slug, desk }: { slug: string; desk: DeadlineDesk }) {
  const { t } = useTranslation('entry');
  const { sentence } = useProblemMessage();
  const id = useId();
  const [hours, setHours] = useState(desk.lateHours);
  const { run, isPending, error } = useAct(
    (body: { hours: number }, key) =>
      answer(
        api.PUT('/api/v1/editions/{slug}/deadline/late-entries', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    ['deadline', 'public-editions', 'entry'],
  );
  return (
    <section className="deadline-part">
      <h2>{t('deadline.late')}</h2>
      <p>{desk.lateHours === 0 ? t('deadline.lateNone') : t('late.rule', { count: desk.lateHours })}</p>
      {desk.hasEnded ? (
        <p className="muted">{t('deadline.lateFixed')}</p>
      ) : (
        <div className="deadline-row">
          <label htmlFor={id}>{t('deadline.lateHours')}</label>
          <InputNumber
            id={id}
            min={0}
            max={720}
            precision={0}
            value={hours}
            onChange={(value) => setHours(Number(value ?? 0))}
          />
          <Button loading={isPending} disabled={hours === desk.lateHours} onClick={() => run({ hours })}>
            {t('deadline.setLate')}
          </Button>
        </div>
      )}
      <div role="alert">{error ? <p className="fault-line">{sentence(error)}</p> : null}</div>
    </section>
  );
}

function Extensions({ desk: { extensions } }: { desk: DeadlineDesk }) {
  const { t } = useTranslation('entry');
  return (
    <section className="deadline-part">
      <h2>{t('deadline.granted')}</h2>
      {extensions.length === 0 ? <p className="muted">{t('deadline.none')}</p> : null}
      <ul className="plain-list">
        {extensions.map(({ entry, until, reason, grantedBy, at, isOver }) => (
          <li key={`${entry.publicId}.${at}`} className="deadline-line">
            <strong>{entry.number === null ? entry.title : t('deadline.entry', { ...entry })}</strong>
            <span>
              {t('until')} <Moment at={until} />
            </span>
            <StateMark tone={isOver ? 'idle' : 'going'}>{t(isOver ? 'deadline.over' : 'deadline.running')}</StateMark>
            <p className="deadline-reason">{reason}</p>
            <p className="muted">
              {grantedBy ?? t('deadline.goneAccount')} · <Moment at={at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
