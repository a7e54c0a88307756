import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { Figure } from '../../ui/figure.js';
import type { AssignmentDesk, DeskJudge } from './queries.js';

const absences = ['off-roster', 'no-account', 'declined', 'unavailable', 'not-drawn', 'substitute'] as const;

interface StandingFiguresProps {
  desk: AssignmentDesk;
  /** Takes the focus of what gives way to what stands. */
  place: RefObject<HTMLElement | null>;
}

/** How much is assigned already, and of whom there is to give. */
export function StandingFigures({ desk, place }: StandingFiguresProps) {
  const { t } = useTranslation('assignment');
  const { count } = useFormats();
  const { judges, entries, assignments, entriesBelow, proposed } = desk;
  const present = judges.filter(({ absence }) => absence === null);
  const away = absences
    .map((absence) => ({ absence, number: judges.filter((judge) => judge.absence === absence).length }))
    .filter(({ number }) => number > 0);
  const without = (has: (judge: DeskJudge) => boolean) => present.filter((judge) => !has(judge)).length;
  const [speechless, fieldless] = [
    without(({ languages }) => languages.length > 0),
    without(({ fieldGroups }) => fieldGroups.length > 0),
  ];
  return (
    <section ref={place} tabIndex={-1} className="card assignment-standing" aria-label={t('standing.title')}>
      <dl className="figures">
        <Figure size="small" label={t('standing.entries')} number={count(entries)} />
        <Figure size="small" label={t('standing.assignments')} number={count(assignments)} />
        <Figure
          size="small"
          label={t('standing.below', { wanted: proposed.judgesWanted })}
          number={count(entriesBelow)}
        />
        <Figure size="small" label={t('standing.judges')} number={count(present.length)} />
      </dl>
      {away.length > 0 ? (
        <p className="muted">
          {t('standing.absent')}{' '}
          {away
            .map(({ absence, number }) => t('absenceCount', { reason: t(`absence.${absence}`), number: count(number) }))
            .join(t('listSeparator'))}
        </p>
      ) : null}
      {speechless > 0 ? <p className="muted">{t('standing.languages', { number: count(speechless) })}</p> : null}
      {fieldless > 0 ? <p className="muted">{t('standing.topics', { number: count(fieldless) })}</p> : null}
    </section>
  );
}
