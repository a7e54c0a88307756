import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { Moment } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import type { PublicEdition } from '../contest/public-editions.js';

interface EditionLineProps {
  edition: PublicEdition;
  /** Of its newest published list. */
  awardList: string | undefined;
}

export function EditionLine({ edition, awardList }: EditionLineProps) {
  const { t } = useTranslation('home');
  const text = useText();
  const { entryWindow } = edition;
  const isToCome = entryWindow !== null && new Date(entryWindow.plannedOpensAt) > new Date();
  return (
    <li className="edition-line">
      <span className="edition-line-name">{text(edition.name)}</span>
      {edition.isDemo ? <span className="demo-mark">{t('demo')}</span> : null}
      {entryWindow?.isOpen ? (
        <span className="edition-line-state">
          <StateMark tone="done">{t('entriesOpen')}</StateMark>
          {entryWindow.deadlineAt ? (
            <span className="muted">
              {t('until')} <Moment at={entryWindow.deadlineAt} />
            </span>
          ) : null}
          <Link to={`/entries/new?edition=${edition.slug}`}>{t('enter')}</Link>
        </span>
      ) : (
        <StateMark tone="idle">{t(isToCome ? 'entriesNotYet' : 'entriesClosed')}</StateMark>
      )}
      {awardList === undefined ? null : <Link to={`/award-lists/${awardList}`}>{t('awardList')}</Link>}
    </li>
  );
}
