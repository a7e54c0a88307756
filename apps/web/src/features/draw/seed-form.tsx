import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../app/server-clock.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { useAct } from '../../ui/use-act.js';
import { drawKeys, drawMinuteQuery, seedDraw, type Draw } from './queries.js';

/** How much later than the moment itself it is asked whether the seed may be entered, milliseconds. */
const slack = 2000;
const mostWait = 86_400_000;

/** The seed, once it can be known by the database's clock. */
/** @param asked when the draw was read, milliseconds: the next wait begins there */
export function SeedForm({ stageId, draw, asked }: { stageId: string; draw: Draw; asked: number }) {
  const { t } = useTranslation('draw');
  const client = useQueryClient();
  const id = useId();
  const [seed, setSeed] = useState('');
  const [isAsking, setAsking] = useState(false);
  const { run, isPending, error } = useAct(seedDraw(stageId, draw.id), drawKeys);
  const isKnown = draw.isSeedKnown === true;
  useEffect(() => {
    if (isKnown) return undefined;
    const { queryKey } = drawMinuteQuery(stageId, draw.id);
    // By the server's clock, a moment late rather than early; whoever waits for days is asked for once a day.
    const wait = new Date(draw.seedKnownFrom ?? 0).getTime() - serverNow();
    const timer = setTimeout(
      () => void client.invalidateQueries({ queryKey }),
      Math.min(Math.max(wait, 0) + slack, mostWait),
    );
    return () => clearTimeout(timer);
  }, [asked, client, draw.id, draw.seedKnownFrom, isKnown, stageId]);
  return (
    <section className="card draw-form" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('seed.title')}</h2>
      {isKnown ? null : (
        <p role="status">
          {t('seed.waiting')} {draw.seedKnownFrom === null ? null : <Moment at={draw.seedKnownFrom} />}
        </p>
      )}
      <div className="draw-text">
        <label htmlFor={id}>{t('seed.label')}</label>
        <Input
          id={id}
          maxLength={200}
          disabled={!isKnown}
          value={seed}
          onChange={(event) => setSeed(event.target.value)}
        />
        <span className="muted">{draw.seedSource}</span>
      </div>
      <p className="draw-acts">
        <Button type="primary" disabled={!isKnown || seed.trim() === ''} onClick={() => setAsking(true)}>
          {t('seed.draw')}
        </Button>
        <span className="muted">{t('seed.note')}</span>
      </p>
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={t('seed.title')}
        act={t('seed.draw')}
        isBusy={isPending}
        error={error}
        onConfirm={() => run(seed.trim())}
        onClose={() => setAsking(false)}
      >
        <p>{t('seed.check')}</p>
        <dl className="draw-facts">
          <div>
            <dt>{t('minute.seed')}</dt>
            <dd>
              <code>{seed.trim()}</code>
            </dd>
          </div>
          <div>
            <dt>{t('minute.seedSource')}</dt>
            <dd>{draw.seedSource}</dd>
          </div>
          <div>
            <dt>{t('minute.hash')}</dt>
            <dd>
              <Hash value={draw.hash} />
            </dd>
          </div>
        </dl>
      </ConfirmDialog>
    </section>
  );
}
