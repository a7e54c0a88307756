import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type DrawDocument, drawHash } from '#domain/draw/draw-document';
import { drawnLines } from '#domain/draw/drawn-lines';
import { downloadText } from '../../ui/download.js';
import { StateMark } from '../../ui/state-mark.js';
import type { DrawMinute } from './queries.js';
import { ticketCommand } from './shell-command.js';

/** Draws again in the browser, and says how anybody does so without us. */
export function DrawVerification({ minute, seed }: { minute: DrawMinute; seed: string }) {
  const { t } = useTranslation('draw');
  const { canonical, draw, lines } = minute;
  const agrees = useMemo(() => {
    const document = JSON.parse(canonical) as DrawDocument;
    const again = drawnLines(document, seed);
    return (
      drawHash(document) === draw.hash &&
      again.length === lines.length &&
      again.every(({ member, outcome, place, ticket, panel }, index) => {
        const line = lines[index];
        return (
          line?.member === member &&
          line.outcome === outcome &&
          line.place === place &&
          line.ticket === ticket &&
          (line.panel?.key ?? null) === panel
        );
      })
    );
  }, [canonical, draw.hash, lines, seed]);
  const first = lines[0];
  return (
    <section className="draw-verification" aria-labelledby="draw-verification">
      <h2 id="draw-verification">{t('verify.title')}</h2>
      <p>
        <StateMark tone={agrees ? 'done' : 'danger'}>{t(agrees ? 'verify.agrees' : 'verify.differs')}</StateMark>
      </p>
      <p>{t('verify.text')}</p>
      {first ? (
        <>
          <pre className="draw-command" tabIndex={0}>
            {ticketCommand(seed, draw.kind, first.member)}
          </pre>
          <p className="muted draw-ticket">{first.ticket}</p>
        </>
      ) : null}
      <p className="draw-acts">
        <Button onClick={() => downloadText(`draw-${draw.number}.json`, canonical, 'application/json')}>
          {t('verify.document')}
        </Button>
        <span className="muted">{t('verify.documentNote')}</span>
      </p>
    </section>
  );
}
