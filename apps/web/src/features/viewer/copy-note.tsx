import { useTranslation } from 'react-i18next';
import { StateMark } from '../../ui/state-mark.js';
import type { Schemas } from '../../api/client.js';

type Standing = Pick<Schemas['CopyStandingDto'], 'state' | 'fault' | 'pageCount'> & { pages?: readonly unknown[] };

/** How far a viewing copy is, or why there is none and what to do. */
export function CopyNote({ copy }: { copy: Standing }) {
  const { t } = useTranslation('viewer');
  if (copy.fault) {
    return (
      <p className="copy-note">
        <StateMark tone="danger">{t('unshowable')}</StateMark> {t(`fault.${copy.fault}`)}
      </p>
    );
  }
  if (copy.state === 'ready') {
    return <p className="copy-note muted">{t('count', { count: copy.pageCount ?? 0 })}</p>;
  }
  const { pageCount, pages } = copy;
  return (
    <p className="copy-note" role="status">
      <StateMark tone="busy">{t(copy.state)}</StateMark>{' '}
      {pageCount !== null && pages ? t('soFar', { done: pages.length, count: pageCount }) : null}
    </p>
  );
}
