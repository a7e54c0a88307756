import { useTranslation } from 'react-i18next';
import { Hash } from '../../../ui/hash.js';
import { Moment } from '../../../ui/moment.js';
import { StateMark } from '../../../ui/state-mark.js';
import type { Wall } from './use-wall.js';

/** How far the tally has followed, and whether the independent SQL came to the same result. */
export function WallRun({ wall }: { wall: Wall }) {
  const { t } = useTranslation('judging');
  const { run, pending } = wall;
  return (
    <section className="card wall-run" aria-label={t('wall.run')}>
      <h2>{t('wall.run')}</h2>
      {pending !== null && pending > 0 ? (
        <StateMark tone="going">{t('wall.pending', { count: pending })}</StateMark>
      ) : (
        <StateMark tone="done">{t('wall.settled')}</StateMark>
      )}
      {run === null ? (
        <p className="muted">{t('wall.noRun')}</p>
      ) : (
        <>
          <p>
            {t('wall.fence', { fence: run.fence, sheets: run.sheets })}
            {run.finishedAt ? (
              <>
                {' · '}
                <Moment at={run.finishedAt} />
              </>
            ) : null}
          </p>
          <p>
            <ShadowMark shadow={run.shadow} />
          </p>
          {run.outputsHash ? (
            <details>
              <summary>{t('wall.outputsHash')}</summary>
              <Hash value={run.outputsHash} />
            </details>
          ) : null}
        </>
      )}
    </section>
  );
}

function ShadowMark({ shadow }: { shadow: 'agrees' | 'differs' }) {
  const { t } = useTranslation('judging');
  return shadow === 'agrees' ? (
    <StateMark tone="done">{t('wall.shadowAgrees')}</StateMark>
  ) : (
    <StateMark tone="danger">{t('wall.shadowDiffers')}</StateMark>
  );
}
