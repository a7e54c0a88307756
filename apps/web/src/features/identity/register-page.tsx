import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useLocale } from '../../locales/use-text.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { RegisterForm } from './register-form.js';
import { registrationTermsQuery, type RegistrationLetter } from './registration-queries.js';
import { useSession } from './use-session.js';
import './register.css';

interface Asked {
  readonly email: string;
  readonly letter: RegistrationLetter | null;
}

/** An account of one's own, in one short form; the address is confirmed by a letter. */
export function Component() {
  const { t } = useTranslation('identity');
  const { user } = useSession();
  const terms = useQuery(registrationTermsQuery);
  const [asked, setAsked] = useState<Asked | null>(null);
  if (user) return <Navigate to="/entries" replace />;
  return (
    <Page title={t('register.title')} width="narrow" lead={asked ? undefined : t('register.lead')}>
      {asked ? (
        <LetterSent asked={asked} />
      ) : (
        <QueryView query={terms}>
          {({ isOpen, version, purposes }) =>
            isOpen ? (
              <RegisterForm
                version={version}
                purposes={purposes}
                onAsked={(email, letter) => setAsked({ email, letter })}
              />
            ) : (
              <EmptyState text={t('register.closed')} />
            )
          }
        </QueryView>
      )}
      <p className="muted">
        {t('register.hasAccount')} <Link to="/sign-in">{t('signIn')}</Link>
      </p>
    </Page>
  );
}

function LetterSent({ asked: { email, letter } }: { asked: Asked }) {
  const { t } = useTranslation('identity');
  const locale = useLocale();
  return (
    <div className="card" role="status">
      <p>
        <strong>{t('register.sent', { email })}</strong>
      </p>
      <p>{t('register.sentNext')}</p>
      <p className="muted">{t('register.sentNote')}</p>
      {letter ? (
        <section className="demo-letter" aria-label={t('register.demoLetter')}>
          <h2>{t('register.demoLetter')}</h2>
          <p>
            <strong>{letter.texts[locale].subject}</strong>
          </p>
          <p className="letter-body">{letter.texts[locale].body}</p>
          <p>
            <Link to={letter.link}>{t('register.openLetter')}</Link>
          </p>
        </section>
      ) : null}
    </div>
  );
}
