import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { StateMark, type Tone } from '../../ui/state-mark.js';
import type { AssignmentList, QueueLine, QueueStage } from './assignments.js';
import { QueueCalibration } from './calibration/queue-calibration.js';
import { Deadline } from './deadline.js';
import { DeclarationOwed } from './declaration/declaration-owed.js';
import { declarationPath } from './declaration/queries.js';
import { OfflinePanel } from './offline/offline-panel.js';
import { SubmitAll } from './submit-all/submit-all.js';
import { isUnanswered, readSubmission } from './waiting-submission.js';

const tones: Record<QueueLine['state'], Tone> = { untouched: 'idle', draft: 'going', submitted: 'done' };

function isWaiting(publicId: string): boolean {
  const one = readSubmission(publicId);
  return one !== undefined && isUnanswered(one);
}

/** One stage of a judge's queue: how far, until when, and the entries in the judge's own order. */
export function QueueStageSection({ list, stage }: { list: AssignmentList; stage: QueueStage }) {
  const { t } = useTranslation(['judging', 'declaration']);
  const text = useText();
  const { counts, assignments } = stage;
  const lines = [...assignments].sort((a, b) => a.position - b.position);
  const title = `${text(stage.edition.name)} · ${text(stage.stage.name)}`;
  // Whoever draws this again is told by the queue page.
  const waiting = new Set(lines.filter(({ publicId }) => isWaiting(publicId)).map(({ publicId }) => publicId));
  const unlocked = lines.filter(({ isUnlocked }) => isUnlocked).length;
  const opened = lines.filter(({ isDeclarationOwed }) => !isDeclarationOwed);
  const waitingDrafts = lines.filter(({ publicId, state }) => state === 'draft' && waiting.has(publicId)).length;
  const sample = stage.calibration?.find(({ isSubmitted }) => !isSubmitted);
  const next = opened.find(({ publicId, state }) => state !== 'submitted' && !waiting.has(publicId));
  const declaration = declarationPath(stage.edition.slug, stage.stage.key);
  return (
    <section className="queue-stage" aria-label={title}>
      <h2>
        {title} {stage.edition.isDemo ? <span className="demo-mark">{t('demoMark')}</span> : null}
      </h2>
      <p className="queue-line-deadline">
        <Deadline window={stage.window} />{' '}
        {unlocked > 0 ? <StateMark tone="attention">{t('unlock.ofStage', { count: unlocked })}</StateMark> : null}
      </p>
      <DeclarationOwed to={declaration} count={lines.length - opened.length} />
      <div className="queue-progress">
        <ProgressBar label={t('progressLabel')} part={counts.submitted} second={counts.drafts} whole={counts.total} />
        <span className="queue-progress-text">
          {t('progress', counts)}
          {t('progressDrafts', { count: counts.drafts - waitingDrafts })}
          {waiting.size > 0 ? t('progressWaiting', { count: waiting.size }) : ''}
        </span>
        {sample && stage.window.isOpen ? (
          <Link className="queue-next" to={`/judging/calibration/${sample.publicId}`}>
            {t('calibration.startWith', { position: sample.position })}
          </Link>
        ) : next && stage.window.isOpen ? (
          <Link className="queue-next" to={`/judging/${next.publicId}`}>
            {t(counts.submitted + counts.drafts === 0 ? 'startWith' : 'nextIs', { position: next.position })}
          </Link>
        ) : null}
      </div>
      <div className="queue-acts">
        <SubmitAll stage={{ ...stage, assignments: opened }} />
        {counts.submitted > 0 ? (
          <Link className="quiet-button queue-paper" to={`/judging/paper/${stage.edition.slug}/${stage.stage.key}`}>
            {t('paper.open')}
          </Link>
        ) : null}
      </div>
      <QueueCalibration calibration={stage.calibration ?? []} />
      {stage.window.isOpen && opened.length > 0 ? (
        <OfflinePanel list={list} stage={{ ...stage, assignments: opened }} />
      ) : null}
      {stage.calibration?.length ? <h3 className="queue-after-calibration">{t('calibration.after')}</h3> : null}
      <ol className="plain-list queue">
        {lines.map((line) => (
          <li key={line.publicId}>
            <Link to={line.isDeclarationOwed ? declaration : `/judging/${line.publicId}`} className="queue-line">
              <span className="number queue-position">{line.position}</span>
              <span className="queue-title">
                <span>{line.title}</span>
                <span className="muted">{text(line.track.name)}</span>
              </span>
              {line.isDeclarationOwed ? (
                <StateMark tone="attention">{t('declaration:mark')}</StateMark>
              ) : waiting.has(line.publicId) ? (
                <StateMark tone="attention">{t('waiting.mark')}</StateMark>
              ) : line.late === 'waiting' || line.late === 'refused' ? (
                <StateMark tone={line.late === 'waiting' ? 'attention' : 'danger'}>
                  {t(`late.line.${line.late}`)}
                </StateMark>
              ) : line.asksAgain ? (
                <StateMark tone="attention">{t('reReview.mark')}</StateMark>
              ) : line.isUnlocked ? (
                <StateMark tone="attention">{t('unlock.mark')}</StateMark>
              ) : line.isChanged ? (
                <StateMark tone="attention">{t('state.changed')}</StateMark>
              ) : (
                <StateMark tone={tones[line.state]}>{t(`state.${line.state}`)}</StateMark>
              )}
              <span className="number queue-total">{line.total ?? ''}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
