import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { useText } from '../../../locales/use-text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { countriesQuery } from '../queries.js';
import type { TeamPerson } from './team-queries.js';

interface Details {
  latinName?: string;
  countryCode?: string;
  phone?: string;
  email?: string;
}

const fieldNames = ['latinName', 'countryCode', 'phone', 'email'] as const;
const isField = (path: string): path is keyof Details => (fieldNames as readonly string[]).includes(path);

interface PersonDetailsDialogProps {
  entryId: string;
  person: TeamPerson;
  onClose: () => void;
}

/** What is known of a person beside the form; it stands in no version, and emptied fields are erased. */
export function PersonDetailsDialog({ entryId, person, onClose }: PersonDetailsDialogProps) {
  const { t } = useTranslation('team');
  const text = useText();
  const { data } = useQuery(countriesQuery);
  const [form] = Form.useForm<Details>();
  const { run, isPending, error } = useAct(
    (body: Details, key) =>
      answer(
        api.PUT('/api/v1/entries/{publicId}/team/{memberId}', {
          params: { path: { publicId: entryId, memberId: person.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    ['entry-team'],
    onClose,
  );
  useEffect(() => {
    if (!(error instanceof ApiProblem)) return;
    form.setFields(
      error.fields.flatMap(({ path, detail }) => (isField(path) ? [{ name: path, errors: [detail] }] : [])),
    );
  }, [error, form]);
  const save = () => {
    const given = Object.entries(form.getFieldsValue()).map(([name, value]) => [name, String(value ?? '').trim()]);
    run(Object.fromEntries(given.filter(([, value]) => value !== '')) as Details);
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('details.title', { name: person.name })}
      act={t('details.save')}
      isBusy={isPending}
      error={error}
      labelOf={(path) => (isField(path) ? t(`details.${path}`) : null)}
      onConfirm={save}
      onClose={onClose}
    >
      <p className="muted">{t('details.note')}</p>
      <Form<Details>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          latinName: person.latinName ?? '',
          ...(person.country ? { countryCode: person.country.code } : {}),
          phone: person.phone ?? '',
          email: person.email ?? '',
        }}
        onFinish={save}
      >
        <Form.Item name="latinName" label={t('details.latinName')} extra={t('details.latinNote')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="countryCode" label={t('details.countryCode')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            loading={!data}
            options={(data?.countries ?? []).map(({ code, name }) => ({ value: code, label: text(name) }))}
          />
        </Form.Item>
        <Form.Item name="phone" label={t('details.phone')} extra={t('details.phoneNote')}>
          <Input type="tel" maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={t('details.email')}>
          <Input type="email" maxLength={254} autoComplete="off" />
        </Form.Item>
      </Form>
    </ConfirmDialog>
  );
}
