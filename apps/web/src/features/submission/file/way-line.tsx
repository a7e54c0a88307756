import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import { StateMark, type Tone } from '../../../ui/state-mark.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import type { FileOnItsWay, FileUploads } from './use-file-uploads.js';

const tones: Record<FileOnItsWay['step'], Tone> = {
  reading: 'busy',
  sending: 'busy',
  paused: 'attention',
  failed: 'danger',
};

/** One file on its way from this page: how far it is, and how to stop it and let it go on. */
export function WayLine({ file, uploads }: { file: FileOnItsWay; uploads: FileUploads }) {
  const { t } = useTranslation('file');
  const { percent } = useFormats();
  const { sentence } = useProblemMessage();
  const { id, name, step, part, problem } = file;
  return (
    <li className="file-line">
      <bdi className="file-name">{name}</bdi>
      <span className="file-size muted">{percent(part, 1)}</span>
      <StateMark tone={tones[step]}>{t(`step.${step}`)}</StateMark>
      <span className="file-acts">
        {step === 'sending' ? (
          <Button size="small" onClick={() => uploads.pause(id)} aria-label={t('pauseNamed', { name })}>
            {t('pause')}
          </Button>
        ) : null}
        {step === 'paused' ? (
          <Button size="small" onClick={() => uploads.resume(id)} aria-label={t('resumeNamed', { name })}>
            {t('resume')}
          </Button>
        ) : null}
        {step === 'failed' ? (
          <Button size="small" onClick={() => uploads.dismiss(id)} aria-label={t('dismissNamed', { name })}>
            {t('dismiss')}
          </Button>
        ) : null}
      </span>
      {step === 'failed' ? null : <ProgressBar label={t('progress', { name })} part={part} whole={1} />}
      {problem ? (
        <p className="file-note" role="alert">
          {sentence(problem)}
        </p>
      ) : null}
    </li>
  );
}
