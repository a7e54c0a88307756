import { queryOptions } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { Moment } from '../../../ui/moment.js';
import { StateMark, type Tone } from '../../../ui/state-mark.js';

export type Timeline = Schemas['EntryTimelineDto'];
type Step = Schemas['TimelineStepDto'];

/** Below the entry's own key: whatever changes the entry reads its timeline anew. */
export const timelineQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['entry', publicId, 'timeline'],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/timeline', { params: { path: { publicId } } })),
  });

const tones: Record<Step['state'], Tone> = { done: 'done', current: 'busy', coming: 'idle', stopped: 'danger' };

/** Where the entry stands and what happens next: what has happened with its time, what is to come without a promise. */
export function EntryProgress({ timeline }: { timeline: Timeline }) {
  // Said once, of what comes next without a time; the deadline of submitting stands above.
  const unknown = timeline.steps.findIndex(
    ({ step, state, at, until }) => step !== 'submitted' && state === 'coming' && at === null && until === null,
  );
  return (
    <>
      <NextStep timeline={timeline} />
      <ol className="timeline">
        {timeline.steps.map((step, index) => (
          <TimelineStep key={index} step={step} isUnknown={index === unknown} />
        ))}
      </ol>
    </>
  );
}

function TimelineStep({ step, isUnknown }: { step: Step; isUnknown: boolean }) {
  const { t } = useTranslation('entry');
  const text = useText();
  // What the team itself is writing; all else is at work without it.
  const isOwn = step.step === 'draft' || step.step === 'correction';
  const isOverdue = step.step === 'correction' && step.state === 'stopped';
  const isOver = step.state === 'done' || step.state === 'stopped';
  return (
    <li className={`timeline-step timeline-${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
      <StateMark tone={isOwn && step.state === 'current' ? 'going' : tones[step.state]}>
        <strong>
          {t(`step.${step.step}`)}
          {step.stage ? ` · ${text(step.stage)}` : null}
        </strong>
        <span className="timeline-word">{t(`stepState.${isOverdue ? 'overdue' : step.state}`)}</span>
      </StateMark>
      {step.at ? (
        <p>
          {step.isPlanned ? `${t('planned')} ` : null}
          <Moment at={step.at} />
        </p>
      ) : null}
      {step.until && !isOver ? (
        <p>
          {t('until')} <Moment at={step.until} />
        </p>
      ) : null}
      {isUnknown ? <p className="muted">{t('notKnown')}</p> : null}
    </li>
  );
}

function NextStep({ timeline }: { timeline: Timeline }) {
  const { next, changeableUntil, list, extension, isLate, lateHours } = timeline;
  const { t } = useTranslation('entry');
  return (
    <div className="next-step">
      <h3>{t('nextTitle')}</h3>
      <p>
        {t(`next.${next.key}`)}
        {next.at ? (
          <>
            {' '}
            <strong>
              <Moment at={next.at} />
            </strong>
          </>
        ) : null}
      </p>
      {next.key === 'submit' || next.key === 'submit-late' ? (
        <p>
          <a href="#receipts">{t('toSubmission')}</a>
        </p>
      ) : null}
      {changeableUntil ? (
        <p>
          {t('changeable')} <Moment at={changeableUntil} />
          {next.key === 'in-review' ? <span className="newest-read muted">{t('newestRead')}</span> : null}
        </p>
      ) : null}
      {extension ? (
        <p>
          {t('extension.title')} <Moment at={extension.until} />
          <br />
          {t('extension.reason')} {extension.reason}
        </p>
      ) : null}
      {next.key === 'submit' || next.key === 'not-open' ? (
        <p className="muted">{lateHours === 0 ? t('late.none') : t('late.rule', { count: lateHours })}</p>
      ) : null}
      {isLate ? (
        <p>
          <StateMark tone="attention">{t('late.mark')}</StateMark>
        </p>
      ) : null}
      {list ? (
        <p>
          <Link to={`/award-lists/${list}`}>{t('toList')}</Link>
        </p>
      ) : null}
    </div>
  );
}
