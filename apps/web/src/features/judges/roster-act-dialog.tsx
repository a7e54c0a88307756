import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useRosterAct } from './use-roster-act.js';

const paths = {
  'propose-addition': '/api/v1/editions/{slug}/judges/{id}/addition',
  takeBack: '/api/v1/editions/{slug}/judges/{id}/change/return',
} as const;

export type RosterAct = keyof typeof paths | 'propose-removal';

interface Fields {
  reason: string;
}

interface RosterActDialogProps {
  slug: string;
  judge: { id: string; name: string | null; hasSubmitted?: boolean };
  act: RosterAct;
  onClose: () => void;
}

/** Asks once more before one judge's place is to change, or before a proposal is taken back; for a removal, why. */
export function RosterActDialog({ slug, judge, act, onClose }: RosterActDialogProps) {
  const { t } = useTranslation('judges');
  const [form] = Form.useForm<Fields>();
  const isRemoval = act === 'propose-removal';
  const { run, isPending, error } = useRosterAct(({ id, reason }: { id: string } & Fields, key) => {
    const params = { path: { slug, id }, header: { 'Idempotency-Key': key } };
    if (act !== 'propose-removal') return answer(api.POST(paths[act], { params }));
    return answer(api.POST('/api/v1/editions/{slug}/judges/{id}/removal', { params, body: { reason } }));
  }, onClose);
  return (
    <ConfirmDialog
      isOpen
      title={t(`roster.${act}`)}
      act={t(`roster.${act}`)}
      isDangerous={isRemoval}
      isBusy={isPending}
      error={error}
      labelOf={(path) => (path === 'reason' ? t('roster.reason') : null)}
      onConfirm={() => (isRemoval ? form.submit() : run({ id: judge.id, reason: '' }))}
      onClose={onClose}
    >
      <p>{t(`roster.${act}Text`, { name: judge.name ?? t('nameless') })}</p>
      {isRemoval ? (
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ reason: '' }}
          onFinish={({ reason }) => run({ id: judge.id, reason: reason.trim() })}
        >
          <Form.Item
            name="reason"
            label={t(judge.hasSubmitted ? 'roster.reason' : 'roster.reasonOptional')}
            extra={t('roster.reasonNote')}
            rules={[{ required: judge.hasSubmitted ?? false, whitespace: true, message: t('roster.reasonMissing') }]}
          >
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </Form>
      ) : null}
    </ConfirmDialog>
  );
}
