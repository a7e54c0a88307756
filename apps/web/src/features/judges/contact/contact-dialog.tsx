import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { useJudgeFields } from '../pool/use-judge-fields.js';
import { judgeKeys, type ListedJudge } from '../queries.js';

interface Fields {
  email: string;
}

interface ContactDialogProps {
  slug: string;
  judge: ListedJudge;
  onClose: () => void;
}

/** Proposes another address for a judge. */
export function ContactDialog({ slug, judge, onClose }: ContactDialogProps) {
  const { t } = useTranslation('judges');
  const [form] = Form.useForm<Fields>();
  const { run, isPending, error } = useAct(
    (body: Fields, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/judges/{id}/contact-change', {
          params: { path: { slug, id: judge.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    judgeKeys,
    onClose,
  );
  const labelOf = useJudgeFields(form, error);
  const name = judge.name ?? t('nameless');
  return (
    <ConfirmDialog
      isOpen
      title={t('contact.title', { name })}
      act={t('contact.propose')}
      isBusy={isPending}
      error={error}
      labelOf={labelOf}
      onConfirm={() => form.submit()}
      onClose={onClose}
    >
      <p>{t('contact.text', { email: judge.email ?? '' })}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ email: '' }}
        onFinish={({ email }) => run({ email: email.trim() })}
      >
        <Form.Item
          name="email"
          label={t('contact.newEmail')}
          rules={[{ required: true, whitespace: true, message: t('pool.emailMissing') }]}
        >
          <Input type="email" maxLength={254} autoComplete="off" />
        </Form.Item>
      </Form>
    </ConfirmDialog>
  );
}
