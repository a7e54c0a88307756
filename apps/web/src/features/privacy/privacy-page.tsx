import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../locales/formats.js';
import { Page } from '../../ui/page.js';
import { registrationTermsQuery } from '../identity/registration-queries.js';
import { useSession } from '../identity/use-session.js';
import './privacy.css';

const kept = [
  ...(['account', 'session', 'attempts', 'registration', 'entry', 'team', 'contacts', 'avoidances', 'judge'] as const),
  ...(['consents', 'messages', 'ledger', 'device', 'log'] as const),
] as const;
const readers = ['team', 'office', 'secretary', 'judge', 'assigner', 'administrator', 'public', 'nobody'] as const;
const rights = ['see', 'correct', 'withdraw', 'copy', 'erase'] as const;

/** What the platform keeps of people, why, for how long, and who reads it: as the program does it. */
export function Component() {
  const { t } = useTranslation('privacy');
  const { wording } = useFormats();
  const { user } = useSession();
  const terms = useQuery(registrationTermsQuery);
  return (
    <Page title={t('title')} width="reading" lead={t('lead')}>
      {/* Its line is kept free meanwhile, so that nothing moves when it comes. */}
      <p className="muted">{terms.data ? t('version', { version: wording(terms.data.version) }) : '\u00a0'}</p>
      {user ? (
        <p>
          <Link to="/my-consents">{t('own.title')}</Link>
        </p>
      ) : null}
      <section aria-labelledby="privacy-who">
        <h2 id="privacy-who">{t('who.title')}</h2>
        <p>{t('who.text')}</p>
        <p>{t('who.place')}</p>
      </section>
      <section aria-labelledby="privacy-kept">
        <h2 id="privacy-kept">{t('kept.title')}</h2>
        <dl className="privacy-kept">
          {kept.map((key) => (
            <div key={key}>
              <dt>{t(`kept.${key}.what`)}</dt>
              <dd>{t(`kept.${key}.why`)}</dd>
              <dd className="muted">{t(`kept.${key}.until`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="privacy-readers">
        <h2 id="privacy-readers">{t('readers.title')}</h2>
        <p>{t('readers.text')}</p>
        <ul>
          {readers.map((key) => (
            <li key={key}>{t(`readers.${key}`)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="privacy-rights">
        <h2 id="privacy-rights">{t('rights.title')}</h2>
        <ul>
          {rights.map((key) => (
            <li key={key}>{t(`rights.${key}`)}</li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
