import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReadTranslation } from './read-translation.js';
import type { StandingTranslation } from './translation-queries.js';

/** What has come while somebody was typing: another wording, or judges who read. What was typed stays. */
export function OvertakenNote({ begun, standing }: { begun: StandingTranslation; standing: StandingTranslation }) {
  const { t } = useTranslation('translation');
  const { version, text, isBeingRead } = standing;
  return (
    <div role="alert">
      {version === begun.version ? null : (
        <>
          <Alert type="warning" showIcon title={t('overtaken', { number: version })} className="form-fault" />
          <ReadTranslation translation={text} />
        </>
      )}
      {isBeingRead ? <Alert type="warning" showIcon title={t('beingReadNow')} className="form-fault" /> : null}
    </div>
  );
}
