import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DateInput } from '../../ui/date-input.js';
import { useAct } from '../../ui/use-act.js';
import type { LandingIntent } from './landing-intents-table.js';

type Fields = { investmentYuan: string; occurredOn: string };
const money = /^(0|[1-9]\d{0,12})(\.\d{1,2})?$/;

function todayInBeijing(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** A person answers for the amount; only after that does the entry enter a public figure. */
export function ConfirmIntentDialog({ intent, onClose }: { intent: LandingIntent; onClose: () => void }) {
  const { t } = useTranslation('landing');
  const [form] = Form.useForm<Fields>();
  const { run, isPending, error } = useAct(
    (fields: Fields, key) =>
      answer(
        api.POST('/api/v1/entries/{publicId}/landing-confirmation', {
          params: { path: { publicId: intent.entryPublicId }, header: { 'Idempotency-Key': key } },
          body: { outcome: 'confirmed', ...fields },
        }),
      ),
    ['landing-intents', 'key-figures'],
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('confirm.title')}
      act={t('confirm.act')}
      isBusy={isPending}
      error={error}
      onConfirm={() => form.submit()}
      onClose={onClose}
    >
      <p>{t('confirm.text', { title: intent.title })}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ investmentYuan: intent.declared?.investmentYuan ?? '', occurredOn: todayInBeijing() }}
        onFinish={run}
      >
        <Form.Item
          name="investmentYuan"
          label={t('confirm.amount')}
          extra={t('confirm.amountRule')}
          rules={[{ required: true, pattern: money, message: t('confirm.amountRule') }]}
        >
          <Input inputMode="decimal" autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="occurredOn"
          label={t('confirm.date')}
          rules={[{ required: true, message: t('confirm.dateMissing') }]}
        >
          <DateInput />
        </Form.Item>
      </Form>
    </ConfirmDialog>
  );
}
