import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganisationInput } from '../organisations/organisation-input.js';
import { newMemberId } from './new-member-id.js';

const roles = ['lead', 'member', 'adviser'] as const;
const most = 30;

/** Names are taken as typed and never split: order and spelling are the person's own. */
export function MemberFields({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation('submission');
  return (
    <Form.List name="members">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }, index) => (
            <div key={key} className="member" role="group" aria-label={t('member', { number: index + 1 })}>
              <Form.Item name={[name, 'role']} label={t('field.role')}>
                <Select options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
              </Form.Item>
              <Form.Item
                name={[name, 'name']}
                label={t('field.name')}
                rules={[{ required: true, whitespace: true, message: t('missing.name') }]}
              >
                <Input maxLength={120} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'organisation']} label={t('field.organisation')}>
                <OrganisationInput />
              </Form.Item>
              {fields.length > 1 && !isReadOnly ? (
                <Button
                  className="member-remove"
                  onClick={() => remove(name)}
                  aria-label={t('removeMember', { number: index + 1 })}
                >
                  {t('remove')}
                </Button>
              ) : null}
            </div>
          ))}
          {fields.length < most && !isReadOnly ? (
            <Button onClick={() => add({ id: newMemberId(), role: 'member', name: '' })}>{t('addMember')}</Button>
          ) : null}
        </>
      )}
    </Form.List>
  );
}
