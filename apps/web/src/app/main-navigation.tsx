import { MenuOutlined } from '@ant-design/icons';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useSession } from '../features/identity/use-session.js';

/** What a person may reach; on narrow screens it opens below the header. */
export function MainNavigation() {
  const { t } = useTranslation();
  const { user, isJudge, isOrganiser, isKnown, error } = useSession();
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    setOpen(false);
    toggle.current?.focus();
  };
  // All at once, when it is known which: a link that came later would push the others aside.
  const isSettled = isKnown || error !== null;
  const links = [
    ...(isJudge ? [{ to: '/judging', text: t('nav.judging') }] : []),
    ...(isOrganiser ? [{ to: '/organiser', text: t('nav.organiser') }] : []),
    ...(user ? [{ to: '/entries', text: t('nav.entries') }] : []),
    { to: '/key-figures', text: t('nav.keyFigures') },
    { to: '/award-lists', text: t('nav.awardLists') },
  ];
  return (
    <div className="main-navigation" onKeyDown={closeByEscape}>
      <button
        ref={toggle}
        type="button"
        className="nav-toggle"
        aria-expanded={isOpen}
        aria-controls="main-navigation"
        aria-label={t('nav.menu')}
        onClick={() => setOpen(!isOpen)}
      >
        <MenuOutlined aria-hidden="true" />
      </button>
      <nav id="main-navigation" className={isOpen ? 'nav nav-open' : 'nav'} aria-label={t('nav.label')}>
        <ul>
          {(isSettled ? links : []).map(({ to, text }) => (
            <li key={to}>
              <NavLink to={to} onClick={() => setOpen(false)}>
                {text}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
