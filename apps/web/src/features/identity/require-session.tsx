import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { FaultState } from '../../ui/fault-state.js';
import { Page } from '../../ui/page.js';
import { Shape } from '../../ui/shape.js';
import { keepNext } from './next-path.js';
import { SignInHelp } from './sign-in-help.js';
import { useSession } from './use-session.js';

// Whoever is signed in, which is nearly everybody, needs no form for it.
const SignInForm = lazy(() => import('./sign-in-form.js').then((module) => ({ default: module.SignInForm })));

/** Asks for the password in place, so that a link sent to a judge leads where it says after signing in. */
export function RequireSession({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('identity');
  const { user, isKnown, error } = useSession();
  const { pathname, search, hash } = useLocation();
  if (user) return children;
  return (
    <Page title={title} width="narrow">
      {isKnown ? (
        <div className="card">
          <p>{t('signInFirst')}</p>
          <Suspense fallback={<Shape lines={6} />}>
            <SignInForm />
          </Suspense>
          <SignInHelp onRegister={() => keepNext(`${pathname}${search}${hash}`)} />
        </div>
      ) : error ? (
        <FaultState error={error} onRetry={() => window.location.reload()} />
      ) : (
        <Shape lines={4} />
      )}
    </Page>
  );
}
