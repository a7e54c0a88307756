import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { judgeKeys } from '../queries.js';
import { blankJudge, factsOf, type JudgeForm } from './judge-facts.js';
import { JudgeFactsFields } from './judge-facts-fields.js';
import { useJudgeFields } from './use-judge-fields.js';

interface NewJudgeForm extends JudgeForm {
  email: string;
  displayName: string;
}

/** Adds one judge by hand. */
export function NewJudgeDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { t } = useTranslation('judges');
  const [form] = Form.useForm<NewJudgeForm>();
  const { run, isPending, error } = useAct(
    ({ email, displayName, ...facts }: NewJudgeForm, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/judges', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body: { ...factsOf(facts, []), email: email.trim(), displayName: displayName.trim() },
        }),
      ),
    judgeKeys,
    onClose,
  );
  const labelOf = useJudgeFields(form, error);
  return (
    <ConfirmDialog
      isOpen
      title={t('pool.add')}
      act={t('pool.add')}
      isBusy={isPending}
      error={error}
      labelOf={labelOf}
      onConfirm={() => form.submit()}
      onClose={onClose}
    >
      <p>{t('pool.addText')}</p>
      <Form<NewJudgeForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...blankJudge, email: '', displayName: '' }}
        onFinish={(values) => run(values)}
      >
        <Form.Item
          name="email"
          label={t('pool.email')}
          rules={[{ required: true, whitespace: true, message: t('pool.emailMissing') }]}
        >
          <Input type="email" maxLength={254} autoComplete="off" />
        </Form.Item>
        <Form.Item name="displayName" label={t('name')} extra={t('pool.nameNote')}>
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
        <JudgeFactsFields slug={slug} />
      </Form>
    </ConfirmDialog>
  );
}
