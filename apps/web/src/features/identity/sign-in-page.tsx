import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { Page } from '../../ui/page.js';
import { SignInForm } from './sign-in-form.js';
import { useSession } from './use-session.js';

/** Only paths of our own: an address from outside never decides where a person lands after signing in. */
export function ownPath(next: string | null): string | null {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : null;
}

export function Component() {
  const { t } = useTranslation('identity');
  const [search] = useSearchParams();
  const { user, isJudge, isOrganiser } = useSession();
  if (user) {
    const home = isJudge ? '/judging' : isOrganiser ? '/organiser' : '/entries';
    return <Navigate to={ownPath(search.get('next')) ?? home} replace />;
  }
  return (
    <Page title={t('signInTitle')} width="narrow">
      <div className="card">
        <SignInForm />
      </div>
      <p className="muted">{t('noAccount')}</p>
    </Page>
  );
}
