import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { StateMark, type Tone } from '../../ui/state-mark.js';
import type { QueueLine, QueueStage } from './assignments.js';
import { Deadline } from './deadline.js';

const tones: Record<QueueLine['state'], Tone> = { untouched: 'idle', draft: 'going', submitted: 'done' };

/** One stage of a judge's queue: how far, until when, and the entries in the judge's own order. */
export function QueueStageSection({ stage }: { stage: QueueStage }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const { counts, assignments } = stage;
  const lines = [...assignments].sort((a, b) => a.position - b.position);
  const title = `${text(stage.edition.name)} · ${text(stage.stage.name)}`;
  const next = lines.find(({ state }) => state !== 'submitted');
  return (
    <section className="queue-stage" aria-label={title}>
      <h2>
        {title} {stage.edition.isDemo ? <span className="demo-mark">{t('demoMark')}</span> : null}
      </h2>
      <p className="queue-line-deadline">
        <Deadline window={stage.window} />
      </p>
      <div className="queue-progress">
        <ProgressBar label={t('progressLabel')} part={counts.submitted} second={counts.drafts} whole={counts.total} />
        <span className="queue-progress-text">{t('progress', counts)}</span>
        {next && stage.window.isOpen ? (
          <Link className="queue-next" to={`/judging/${next.publicId}`}>
            {t(counts.submitted + counts.drafts === 0 ? 'startWith' : 'continueWith', { position: next.position })}
          </Link>
        ) : null}
      </div>
      {counts.submitted > 0 ? (
        <p>
          <Link className="quiet-button queue-paper" to={`/judging/paper/${stage.edition.slug}/${stage.stage.key}`}>
            {t('paper.open')}
          </Link>
        </p>
      ) : null}
      <ol className="plain-list queue">
        {lines.map((line) => (
          <li key={line.publicId}>
            <Link to={`/judging/${line.publicId}`} className="queue-line">
              <span className="number queue-position">{line.position}</span>
              <span className="queue-title">
                <span>{line.title}</span>
                <span className="muted">{text(line.track.name)}</span>
              </span>
              {line.isUnlocked ? (
                <StateMark tone="attention">{t('unlock.mark')}</StateMark>
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
