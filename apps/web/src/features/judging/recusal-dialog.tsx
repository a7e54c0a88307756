import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newIntention } from '../../api/client.js';
import { forgetUnseen } from '../../api/forget-unseen.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { forgetAssignment } from './offline/forget-assignment.js';
import { recusalReasons, type RecusalReason } from './recusal-reasons.js';

interface RecusalDialogProps {
  publicId: string;
  /** Of the entry, with its place among the judge's own. */
  title: string;
  /** Declares the recusal, once for each intention. */
  submit: (reasonCode: RecusalReason, intention: string) => Promise<unknown>;
  isOpen: boolean;
  onClose: () => void;
}

export function RecusalDialog({ publicId, title, submit, isOpen, onClose }: RecusalDialogProps) {
  const { t } = useTranslation('judging');
  const { sentence } = useProblemMessage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [reason, setReason] = useState<RecusalReason | null>(null);
  const [key] = useState(newIntention);
  const id = useId();
  const recusal = useMutation({
    mutationFn: (reasonCode: RecusalReason) => submit(reasonCode, `${key}-${reasonCode}`),
    onSuccess: async () => {
      // Nothing is asked any more about scores that the judge may not give.
      await forgetAssignment(publicId);
      await client.invalidateQueries({ queryKey: ['my-assignments'] });
      await navigate('/judging');
      forgetUnseen(client);
    },
  });
  return (
    <Modal
      open={isOpen}
      title={t('recusal.title')}
      okText={t('recusal.confirm')}
      okButtonProps={{ danger: true, disabled: reason === null, loading: recusal.isPending }}
      cancelText={t('recusal.cancel')}
      onOk={() => reason !== null && recusal.mutate(reason)}
      onCancel={onClose}
    >
      <p>
        <strong>{title}</strong>
      </p>
      <p>{t('recusal.text')}</p>
      <div role="alert">{recusal.error ? <Alert type="error" showIcon title={sentence(recusal.error)} /> : null}</div>
      <p id={id} className="recusal-question">
        {t('recusal.reason')}
      </p>
      <Radio.Group
        className="recusal-reasons"
        aria-labelledby={id}
        value={reason}
        onChange={(event) => setReason(event.target.value as RecusalReason)}
        options={recusalReasons.map((value) => ({ value, label: t(`recusal.reasons.${value}`) }))}
      />
    </Modal>
  );
}
