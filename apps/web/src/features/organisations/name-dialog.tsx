import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { useText } from '../../locales/use-text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import { OrganisationSelect } from './organisation-select.js';
import { likelyLanguage, nameKinds, nameLanguages, type NameKind, type NewName, renewed } from './queries.js';

interface NameDialogProps {
  /** Whose name it is; null: to be chosen. */
  organisation: { id: string; name: { zh: string; en: string } } | null;
  /** As it was typed. */
  text?: string;
  kind?: NameKind;
  onClose: () => void;
}

type Fields = NewName & { organisation: string };

/** A further name of an organisation: everybody who typed it is recognised by it. */
export function NameDialog({ organisation, text: typed = '', kind = 'name', onClose }: NameDialogProps) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const { run, isPending, error } = useAct(
    ({ organisation: id, ...body }: Fields, key) =>
      answer(
        api.POST('/api/v1/organisations/{id}/names', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    renewed,
    onClose,
  );
  const isHeld = error instanceof ApiProblem && error.code === 'organisation-name-held';
  return (
    <ConfirmDialog
      isOpen
      title={organisation ? t('addNameOf', { name: text(organisation.name) }) : t('addNameTitle')}
      act={t('addName')}
      isBusy={isPending}
      error={error}
      labelOf={(path) => (path === 'text' ? t('name') : null)}
      onConfirm={() => form.submit()}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...{ organisation: organisation?.id, text: typed, kind, isShared: false },
          language: likelyLanguage(typed),
        }}
        onFinish={run}
      >
        <p className="muted">{t('addNameRule')}</p>
        <Form.Item
          name="organisation"
          label={t('organisation')}
          hidden={organisation !== null}
          rules={[{ required: true, message: t('missing.organisation') }]}
        >
          <OrganisationSelect chosen={organisation} />
        </Form.Item>
        <Form.Item
          name="text"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('missing.name') }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="kind" label={t('kindLabel')}>
          <Select options={nameKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="language" label={t('languageLabel')}>
          <Select options={nameLanguages.map((value) => ({ value, label: t(`language.${value}`) }))} />
        </Form.Item>
        <Form.Item name="isShared" valuePropName="checked" hidden={!isHeld} extra={t('isSharedRule')}>
          <Checkbox>{t('isShared')}</Checkbox>
        </Form.Item>
      </Form>
    </ConfirmDialog>
  );
}
