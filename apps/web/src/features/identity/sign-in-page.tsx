import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { Page } from '../../ui/page.js';
import { ownPath } from './next-path.js';
import { SignInForm } from './sign-in-form.js';
import { SignInHelp } from './sign-in-help.js';
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
      <SignInHelp />
    </Page>
  );
}
