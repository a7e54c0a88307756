import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { Page } from '../../ui/page.js';
import { ownPath } from './next-path.js';
import { SignInForm } from './sign-in-form.js';
import { useSession } from './use-session.js';

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
      <p className="muted">
        {t('forgotten.question')} <Link to="/forgotten-password">{t('forgotten.link')}</Link>
      </p>
      <p className="muted">
        {t('newHere')} <Link to="/register">{t('register.title')}</Link>
      </p>
      <p className="muted">{t('noAccount')}</p>
    </Page>
  );
}
