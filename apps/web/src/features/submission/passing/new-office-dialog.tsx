import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { Choice } from '../../../ui/choice.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { type NewReceivingOffice, officeKinds } from './queries.js';

const languages = ['zh', 'en'] as const;

/** A further office that entries may be passed to; its names stay as they are. */
export function NewOfficeDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { t } = useTranslation('passing');
  const id = useId();
  const [office, setOffice] = useState<NewReceivingOffice>({ kind: 'district', name: { zh: '', en: '' } });
  const { run, isPending, error } = useAct(
    (body: NewReceivingOffice, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/receiving-offices', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    ['receiving-offices'],
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('offices.add')}
      act={t('offices.add')}
      isDisabled={languages.some((language) => office.name[language].trim() === '')}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(office)}
      onClose={onClose}
    >
      <p className="muted">{t('offices.addRule')}</p>
      {languages.map((language) => (
        <p key={language}>
          <label htmlFor={`${id}-${language}`}>{t(`offices.name_${language}`)}</label>
          <Input
            id={`${id}-${language}`}
            maxLength={120}
            autoComplete="off"
            value={office.name[language]}
            onChange={(event) => setOffice({ ...office, name: { ...office.name, [language]: event.target.value } })}
          />
        </p>
      ))}
      <Choice
        label={t('offices.kind')}
        value={office.kind}
        options={officeKinds.map((value) => ({ value, text: t(`kind.${value}`) }))}
        onChange={(kind) => setOffice({ ...office, kind })}
      />
    </ConfirmDialog>
  );
}
