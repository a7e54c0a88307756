import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
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
            <LateRule key={`late.${desk.lateHours}`} slug={slug} desk={desk} />
            <FileBytesRule key={`bytes.${desk.fileBytesHours}`} slug={slug} desk={desk} />
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

interface HoursRuleProps {
  readonly title: string;
  /** What stands now, as a sentence. */
  readonly rule: string;
  /** Why nothing or not everything can be set now. */
  readonly limit?: string | undefined;
  readonly label: string;
  readonly setText: string;
  readonly stored: number;
  readonly min: number;
  readonly max: number;
  readonly isFixed: boolean;
  /** What is asked before it is set, where that cannot be undone. */
  readonly question?: ((hours: number) => string) | undefined;
  readonly save: (body: { hours: number }, key: string) => Promise<unknown>;
}

function HoursRule(props: HoursRuleProps) {
  const { title, rule, limit, label, setText, stored, min, max, isFixed, question, save } = props;
  const { sentence } = useProblemMessage();
  const id = useId();
  const [hours, setHours] = useState(stored);
  const [isAsking, setAsking] = useState(false);
  const { run, isPending, error, reset } = useAct(save, ['deadline', 'public-editions', 'entry'], () =>
    setAsking(false),
  );
  return (
    <section className="deadline-part">
      <h2>{title}</h2>
      <p>{rule}</p>
      {limit === undefined ? null : <p className="muted">{limit}</p>}
      {isFixed ? null : (
        <div className="deadline-row">
          <label htmlFor={id}>{label}</label>
          <InputNumber
            id={id}
            min={min}
            max={max}
            precision={0}
            value={hours}
            onChange={(value) => setHours(Number(value ?? min))}
          />
          <Button
            loading={isPending}
            disabled={hours === stored}
            onClick={() => (question ? setAsking(true) : run({ hours }))}
          >
            {setText}
          </Button>
        </div>
      )}
      <div role="alert">{error && !isAsking ? <p className="fault-line">{sentence(error)}</p> : null}</div>
      {question && isAsking ? (
        <ConfirmDialog
          isOpen
          title={title}
          act={setText}
          isBusy={isPending}
          error={error}
          onConfirm={() => run({ hours })}
          onClose={() => {
            setAsking(false);
            reset();
          }}
        >
          <p>{question(hours)}</p>
        </ConfirmDialog>
      ) : null}
    </section>
  );
}

function LateRule({ slug, desk }: { slug: string; desk: DeadlineDesk }) {
  const { t } = useTranslation('entry');
  return (
    <HoursRule
      title={t('deadline.late')}
      rule={desk.lateHours === 0 ? t('deadline.lateNone') : t('late.rule', { count: desk.lateHours })}
      limit={desk.hasEnded ? t('deadline.lateFixed') : undefined}
      label={t('deadline.lateHours')}
      setText={t('deadline.setLate')}
      stored={desk.lateHours}
      min={0}
      max={720}
      isFixed={desk.hasEnded}
      save={(body, key) =>
        answer(
          api.PUT('/api/v1/editions/{slug}/deadline/late-entries', {
            params: { path: { slug }, header: { 'Idempotency-Key': key } },
            body,
          }),
        )
      }
    />
  );
}

function FileBytesRule({ slug, desk }: { slug: string; desk: DeadlineDesk }) {
  const { t } = useTranslation('entry');
  const hours = desk.fileBytesHours;
  return (
    <HoursRule
      title={t('deadline.bytes')}
      rule={hours === 0 ? t('deadline.bytesNone') : t('deadline.bytesRule', { count: hours })}
      limit={desk.hasOpened ? t('deadline.bytesGrow') : undefined}
      label={t('deadline.bytesHours')}
      setText={t('deadline.setBytes')}
      stored={hours}
      min={desk.hasOpened ? hours : 0}
      max={168}
      isFixed={false}
      question={desk.hasOpened ? (to) => t('deadline.bytesAsk', { from: hours, to }) : undefined}
      save={(body, key) =>
        answer(
          api.PUT('/api/v1/editions/{slug}/deadline/file-bytes', {
            params: { path: { slug }, header: { 'Idempotency-Key': key } },
            body,
          }),
        )
      }
    />
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
            <strong>
              {entry.number === null ? t('deadline.draft', { title: entry.title }) : t('deadline.entry', { ...entry })}
            </strong>
            <span>
              {t('until')} <Moment at={until} />
            </span>
            <StateMark tone={isOver ? 'idle' : 'done'}>{t(isOver ? 'deadline.over' : 'deadline.running')}</StateMark>
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
