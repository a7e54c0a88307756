import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawDocument } from '#domain/draw/draw-document';
import { useText } from '../../locales/use-text.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { FixedPool } from './fixed-pool.js';
import { MinuteTable } from './minute-table.js';
import type { DrawMinute } from './queries.js';
import { useDrawScope } from './use-draw-scope.js';

/** The minute of a draw (抽取记录单): what, when and where, the pool with its hash, the result, and lines to sign. */
export function DrawMinutePaper({ stageId, minute }: { stageId: string; minute: DrawMinute }) {
  const { t } = useTranslation('draw');
  const text = useText();
  const { draw, stage, lines } = minute;
  return (
    <article className="card draw-minute" aria-label={t('minute.title')}>
      <header>
        <p>
          {text(stage.edition.name)} · {text(stage.name)}
        </p>
        <h2>{t('minute.heading', { scope: t(`kind.${draw.kind}`) })}</h2>
      </header>
      <Facts minute={minute} />
      {lines.length > 0 ? (
        <MinuteTable stageId={stageId} minute={minute} foot={<Signatures draw={draw} />} />
      ) : (
        <FixedPool minute={minute} foot={<Signatures draw={draw} />} />
      )}
    </article>
  );
}

function Signatures({ draw }: Pick<DrawMinute, 'draw'>) {
  const { t } = useTranslation('draw');
  return (
    <p className="draw-signatures">
      {(['drawer', 'supervisor', 'recorder', 'date'] as const).map((role) => (
        <span key={role}>
          {t(`minute.signatures.${role}`)}
          {role === 'drawer' && draw.drawer ? ` ${draw.drawer}` : null}
          {role === 'supervisor' && draw.supervisor ? ` ${draw.supervisor}` : null}
        </span>
      ))}
    </p>
  );
}

function Facts({ minute }: { minute: DrawMinute }) {
  const { t } = useTranslation('draw');
  const scope = useDrawScope();
  const { draw, pool } = minute;
  const passed = pool.filter(({ excluded }) => excluded !== null).length;
  const at = (moment: string | null) => (moment === null ? null : <Moment at={moment} />);
  const ended = t(draw.state === 'taken-back' ? 'minute.takenBackBy' : 'minute.confirmedBy');
  const facts: [string, ReactNode][] = [
    [t('minute.what'), scope(draw)],
    [t('minute.way'), t(`way.${draw.way}`)],
    [t('minute.drawnAt'), at(draw.drawnAt)],
    [t('minute.place'), draw.place],
    [t('minute.rules'), <Rules key="rules" canonical={minute.canonical} />],
    [t('minute.pool'), t('minute.poolOf', { number: pool.length, passed })],
    [t('minute.fixedAt'), at(draw.recordedAt)],
    [t('minute.hash'), <Hash key="hash" value={draw.hash} />],
    [t('minute.seedSource'), draw.seedSource],
    [t('minute.knownFrom'), at(draw.seedKnownFrom)],
    [t('minute.seed'), draw.seed === null ? null : <code key="seed">{draw.seed}</code>],
    [
      t('minute.reason'),
      draw.reason === null || draw.replaces === null
        ? draw.reason
        : t('minute.reasonOf', { reason: draw.reason, number: draw.replaces }),
    ],
    [t('minute.recordedBy'), draw.recordedBy ?? t('gone')],
    [
      ended,
      draw.endedAt === null ? null : (
        <span key="ended">
          {draw.endedBy ?? t('gone')} {at(draw.endedAt)}
        </span>
      ),
    ],
    [t('minute.endReason'), draw.endReason],
  ];
  return (
    <dl className="draw-facts">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Rules({ canonical }: { canonical: string }) {
  const { t } = useTranslation(['draw', 'assignment']);
  const { judges, passesConflicted } = JSON.parse(canonical) as DrawDocument;
  if (judges === null) return <>—</>;
  const kinds = judges.kindsWanted as readonly {
    kind: 'technology' | 'management' | 'venture-capital';
    atLeast: number;
  }[];
  const rules = [
    t('minute.rulesOfJudges', { seats: judges.seats, reserves: judges.reserves }),
    ...kinds.map(({ kind, atLeast }) =>
      t('minute.atLeast', { number: atLeast, kind: t(`assignment:form.kind.${kind}`) }),
    ),
    ...(judges.mostPerEmployer === null ? [] : [t('minute.mostPerEmployer', { most: judges.mostPerEmployer })]),
    ...(passesConflicted ? [t('minute.passesConflicted')] : []),
  ];
  return <>{rules.join(t('assignment:listSeparator'))}</>;
}
