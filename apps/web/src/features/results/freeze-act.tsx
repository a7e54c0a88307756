import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import { correctionReasons, useReasonText } from './use-reason-text.js';

interface FreezeActProps {
  slug: string;
  /** A first version needs no reason; a corrected one says why it was made. */
  isFirst: boolean;
  isBlocked: boolean;
}

export function FreezeAct({ slug, isFirst, isBlocked }: FreezeActProps) {
  const { t } = useTranslation('results');
  const reasonText = useReasonText();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const { run, isPending, error, reset } = useAct(
    (body: { reasonCode?: string }, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/award-lists', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    ['award-lists'],
    () => setAsking(false),
  );
  return (
    <div className="freeze">
      <Button type="primary" disabled={isBlocked} onClick={() => setAsking(true)}>
        {t(isFirst ? 'freeze.act' : 'freeze.again')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('freeze.title')}
        act={t('freeze.act')}
        isDisabled={!isFirst && reason === null}
        isBusy={isPending}
        error={error}
        onConfirm={() => run(reason === null ? {} : { reasonCode: reason })}
        onClose={() => {
          setAsking(false);
          reset();
        }}
      >
        <p>{t('freeze.text')}</p>
        {isFirst ? null : (
          <Select
            className="full-width"
            aria-label={t('freeze.reason')}
            placeholder={t('freeze.reason')}
            value={reason}
            onChange={setReason}
            options={correctionReasons.map((value) => ({ value, label: reasonText(value) }))}
          />
        )}
      </ConfirmDialog>
    </div>
  );
}
