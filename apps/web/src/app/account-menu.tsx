import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useSession } from '../features/identity/use-session.js';
import { useSignOut } from '../features/identity/use-sign-out.js';
import { UnreadLink } from '../features/mail/unread-link.js';

export function AccountMenu() {
  const { t } = useTranslation();
  const { user, isKnown } = useSession();
  const { signOut, question } = useSignOut();
  const { pathname } = useLocation();
  if (!isKnown) return <span className="shape shape-button" aria-hidden="true" />;
  if (!user) {
    const next = pathname === '/sign-in' || pathname === '/' ? '' : `?next=${encodeURIComponent(pathname)}`;
    return (
      <Link to={`/sign-in${next}`} className="quiet-button">
        {t('account.signIn')}
      </Link>
    );
  }
  return (
    <>
      <UnreadLink />
      <span className="account-name" title={user.displayName}>
        {user.displayName}
      </span>
      <button type="button" className="quiet-button" onClick={() => void signOut()}>
        {t('account.signOut')}
      </button>
      {question}
    </>
  );
}
