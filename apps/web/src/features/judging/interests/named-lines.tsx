import { useTranslation } from 'react-i18next';
import type { NamedInterest } from './queries.js';

export const interestKinds = ['employer', 'advisee', 'co-author', 'investment'] as const;

/** One line of the register in words: who, where, and when. */
export function wordsOf({ name, unit, fromYear, untilYear }: NamedInterest): string {
  const years = fromYear === null && untilYear === null ? null : `${fromYear ?? ''}–${untilYear ?? ''}`;
  return [name, unit, years].filter((part) => part !== null && part !== '').join(' · ');
}

/** The register to read only. */
export function NamedLines({ interests }: { interests: readonly NamedInterest[] }) {
  const { t } = useTranslation('interests');
  return (
    <div className="interests-form">
      {interestKinds.map((kind) => {
        const own = interests.filter((one) => one.kind === kind);
        return (
          <section key={kind} className="card">
            <h2>{t(`kinds.${kind}.title`)}</h2>
            {own.length === 0 ? <p className="muted">—</p> : null}
            <ul className="plain-list interests-read">
              {own.map((one, index) => (
                <li key={index}>{wordsOf(one)}</li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
