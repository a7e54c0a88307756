import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { Moment } from '../../ui/moment.js';
import type { Organisation } from './queries.js';

/** Who did what to it, the latest first. */
export function OrganisationHistory({ history }: { history: Organisation['history'] }) {
  const { t } = useTranslation('organisations');
  const text = useText();
  return (
    <section>
      <h2>{t('history')}</h2>
      <ol className="organisation-history">
        {history.map(({ kind, text: name, other, by, at }) => (
          <li key={`${at}-${kind}-${name ?? ''}`}>
            <div>{t(`act.${kind}`, { name: name ?? '', other: text(other?.name) })}</div>
            <div className="muted">
              {by ?? t('goneAccount')} · <Moment at={at} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
