import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { useSession } from '../features/identity/use-session.js';
import { DemoBanner } from '../ui/demo-banner.js';
import { DemoContext } from '../ui/demo-context.js';
import { Notice } from '../ui/notice.js';
import { AccountMenu } from './account-menu.js';
import { JudgeDelivery } from './judge-delivery.js';
import { LanguageSwitch } from './language-switch.js';
import { MainNavigation } from './main-navigation.js';
import { openAtPlace, placeOf, placesKey } from './scroll-places.js';

/** The server marks its page, so that the banner stands in the first paint and pushes nothing down later. */
const isDemoPage = document.documentElement.hasAttribute('data-demo');

openAtPlace();

export function Layout() {
  const { t } = useTranslation();
  const { session, user } = useSession();
  const isDemo = session?.demo ?? isDemoPage;
  const isMoving = useNavigation().state !== 'idle';
  return (
    <DemoContext value={isDemo}>
      <a className="skip-link" href="#main">
        {t('skipToContent')}
      </a>
      {isDemo ? <DemoBanner /> : null}
      <header className="site-header">
        <div className="site-header-row">
          <Link to="/" className="brand">
            <span className="brand-seal" aria-hidden="true">
              {t('brand.seal')}
            </span>
            <span>{t('brand.name')}</span>
          </Link>
          <MainNavigation />
          <div className="site-header-end">
            <AccountMenu />
            <LanguageSwitch />
          </div>
        </div>
        <div className={isMoving ? 'progress-line progress-line-moving' : 'progress-line'} aria-hidden="true" />
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="site-footer">
        <p>{t('footer')}</p>
        <p className="site-footer-links">
          <Link to="/recheck">{t('recheck')}</Link>
          <Link to="/privacy">{t('privacy')}</Link>
          {user ? <Link to="/my-consents">{t('myConsents')}</Link> : null}
        </p>
      </footer>
      <Notice />
      <JudgeDelivery />
      <ScrollRestoration getKey={placeOf} storageKey={placesKey} />
    </DemoContext>
  );
}
