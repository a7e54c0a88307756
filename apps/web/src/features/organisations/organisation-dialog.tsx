import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { useText } from '../../locales/use-text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import { countriesQuery } from '../submission/queries.js';
import { OrganisationSelect } from './organisation-select.js';
import { likelyLanguage, type Organisation, type OrganisationFacts, renewed } from './queries.js';

interface OrganisationDialogProps {
  /** Absent: a new one is registered. */
  organisation?: Organisation;
  /** For a new one: as it was typed. */
  firstName?: string;
  onClose: () => void;
  onDone: (id: string) => void;
}

/** Canonical names, code, country or region, and what it is a branch of. */
export function OrganisationDialog({ organisation, firstName = '', onClose, onDone }: OrganisationDialogProps) {
  const { t } = useTranslation('organisations');
  const [form] = Form.useForm<OrganisationFacts>();
  const { run, isPending, error } = useAct(
    (body: OrganisationFacts, key) => send(organisation, body, key),
    renewed,
    onDone,
  );
  const isHeld = error instanceof ApiProblem && error.code === 'organisation-name-held';
  const inEnglish = likelyLanguage(firstName) === 'en';
  const labels: Record<string, string> = {
    nameZh: t('nameZh'),
    nameEn: t('nameEn'),
    code: t('code'),
    countryCode: t('country'),
    parentId: t('parent'),
  };
  return (
    <ConfirmDialog
      isOpen
      title={organisation ? t('change') : t('register')}
      act={organisation ? t('save') : t('register')}
      isBusy={isPending}
      error={error}
      labelOf={(path) => labels[path] ?? null}
      onConfirm={() => form.submit()}
      onClose={onClose}
    >
      <Form<OrganisationFacts>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          nameZh: organisation?.nameZh ?? (inEnglish ? '' : firstName),
          nameEn: organisation?.nameEn ?? (inEnglish ? firstName : ''),
          code: organisation?.code ?? '',
          countryCode: organisation?.countryCode ?? null,
          parentId: organisation?.parent?.id ?? null,
          isShared: false,
        }}
        onFinish={(fields) => run({ ...fields, countryCode: fields.countryCode ?? null })}
      >
        <p className="muted">{t('namesRule')}</p>
        <Form.Item name="nameZh" label={t('nameZh')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="nameEn" label={t('nameEn')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="code" label={t('optional', { label: t('code') })}>
          <Input maxLength={18} autoComplete="off" />
        </Form.Item>
        <CountryItem />
        <Form.Item name="parentId" label={t('optional', { label: t('parent') })}>
          <OrganisationSelect {...(organisation ? { without: organisation.id, chosen: organisation.parent } : {})} />
        </Form.Item>
        <Form.Item name="isShared" valuePropName="checked" hidden={!isHeld} extra={t('isSharedRule')}>
          <Checkbox>{t('isShared')}</Checkbox>
        </Form.Item>
      </Form>
    </ConfirmDialog>
  );
}

function CountryItem() {
  const { t } = useTranslation('organisations');
  const text = useText();
  const { data } = useQuery(countriesQuery);
  return (
    <Form.Item name="countryCode" label={t('optional', { label: t('country') })}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        loading={!data}
        placeholder={t('choose')}
        options={(data?.countries ?? []).map(({ code, name }) => ({ value: code, label: text(name) }))}
      />
    </Form.Item>
  );
}

async function send(organisation: Organisation | undefined, body: OrganisationFacts, key: string): Promise<string> {
  if (!organisation) {
    const header = { 'Idempotency-Key': key };
    return (await answer(api.POST('/api/v1/organisations', { params: { header }, body }))).id;
  }
  const { id, version } = organisation;
  const header = { 'Idempotency-Key': key, 'If-Match': `"${version}"` };
  await answer(api.PUT('/api/v1/organisations/{id}', { params: { path: { id }, header }, body }));
  return id;
}
