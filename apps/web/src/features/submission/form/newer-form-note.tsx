import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OwnEntry } from '../queries.js';

interface NewerFormNoteProps {
  asked: OwnEntry['asked'];
  isAdopting: boolean;
  onAdopt: () => void;
}

/** Tells of a later form; nobody is moved to it without wanting to. */
export function NewerFormNote({ asked, isAdopting, onAdopt }: NewerFormNoteProps) {
  const { t } = useTranslation('submission');
  if (asked.newerNumber === null) return null;
  const told =
    asked.number === 0
      ? t('form.newerFromNone', { number: asked.newerNumber })
      : t('form.newer', { number: asked.newerNumber, own: asked.number });
  return (
    <div role="status">
      <Alert
        type="info"
        showIcon
        className="newer-form"
        title={isAdopting ? t('form.adopting') : told}
        description={isAdopting ? undefined : <Button onClick={onAdopt}>{t('form.adopt')}</Button>}
      />
    </div>
  );
}
