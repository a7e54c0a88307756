import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { closeNotice, noticeStore } from './notice-store.js';
import { StateMark } from './state-mark.js';

/** Where notices appear; it is there before they are, so that screen readers hear them. */
export function Notice() {
  const { t } = useTranslation();
  const text = useSyncExternalStore(noticeStore.subscribe, noticeStore.read);
  return (
    <div className="notice-place" role="alert">
      {text === null ? null : (
        <p className="notice-text">
          <StateMark tone="danger">{text}</StateMark>
          <button type="button" className="quiet-button" onClick={closeNotice}>
            {t('close')}
          </button>
        </p>
      )}
    </div>
  );
}
