import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { Moment } from '../../ui/moment.js';
import type { CheckedEntry } from './queries.js';

/** Checks so far, the latest first, in the words of their time. */
export function PastChecks({ checks }: { checks: CheckedEntry['checks'] }) {
  const { t } = useTranslation('eligibility');
  const text = useText();
  return (
    <section>
      <h2>{t('pastChecks')}</h2>
      {checks.length === 0 ? <p className="muted">{t('noChecks')}</p> : null}
      <ol className="past-checks" reversed>
        {checks.map((check) => (
          <li key={check.number}>
            <strong>{t(`outcome.${check.outcome}`)}</strong> · {t('version', { version: check.version })}
            <div className="muted">
              {check.checkedBy ?? t('goneAccount')} · <Moment at={check.at} />
            </div>
            {check.reasons.length > 0 ? (
              <div>{check.reasons.map(({ label }) => text(label)).join(t('listComma'))}</div>
            ) : null}
            {check.note?.zh ? <div lang="zh-Hans">{check.note.zh}</div> : null}
            {check.note?.en ? <div lang="en">{check.note.en}</div> : null}
            {check.correctUntil ? (
              <div>
                {t('untilMark')} <Moment at={check.correctUntil} />
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
