import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface SignInHelpProps {
  /** Before the page is left for registering. */
  onRegister?: () => void;
}

/** What whoever cannot sign in may do: a forgotten password, an account of one's own, or one that others make. */
export function SignInHelp({ onRegister }: SignInHelpProps) {
  const { t } = useTranslation('identity');
  return (
    <>
      <p className="muted">
        {t('forgotten.question')} <Link to="/forgotten-password">{t('forgotten.link')}</Link>
      </p>
      <p className="muted">
        {t('newHere')}{' '}
        <Link to="/register" onClick={onRegister}>
          {t('register.title')}
        </Link>
      </p>
      <p className="muted">{t('noAccount')}</p>
    </>
  );
}
