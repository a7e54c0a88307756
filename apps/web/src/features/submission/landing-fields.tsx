import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EntryFields } from './entry-fields.js';

const ways = [
  'new-company',
  'branch',
  'technical-cooperation',
  'transfer-of-results',
  'talent',
  'joint-laboratory',
] as const;
const needs = ['floor-space', 'funds', 'talent', 'policy', 'application-scenario', 'supply-chain'] as const;
const money = /^(0|[1-9]\d{0,12})(\.\d{1,2})?$/;
const months = /^([1-9]|[1-9]\d|1[01]\d|120)$/;

/** The declared intent to land; it is the team's word, neither a suggestion nor a confirmation. */
export function LandingFields() {
  const { t } = useTranslation('submission');
  const form = Form.useFormInstance<EntryFields>();
  const declares = Form.useWatch('declares', form);
  return (
    <>
      <Form.Item name="declares" valuePropName="checked" extra={t('landingNote')}>
        <Checkbox>{t('field.declares')}</Checkbox>
      </Form.Item>
      {declares ? (
        <>
          <Form.Item name="way" label={t('field.way')}>
            <Select
              allowClear
              placeholder={t('choose')}
              options={ways.map((way) => ({ value: way, label: t(`way.${way}`) }))}
            />
          </Form.Item>
          <Form.Item name="districts" label={t('field.districts')} extra={t('field.districtsNote')}>
            <Select mode="tags" maxCount={3} tokenSeparators={[',', '，', '、']} open={false} suffixIcon={null} />
          </Form.Item>
          <Form.Item
            name="investmentYuan"
            label={t('field.investment')}
            extra={t('field.investmentNote')}
            rules={[{ pattern: money, message: t('missing.investment') }]}
          >
            <Input inputMode="decimal" autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="timetableMonths"
            label={t('field.timetable')}
            rules={[{ pattern: months, message: t('missing.timetable') }]}
          >
            <Input inputMode="numeric" maxLength={3} autoComplete="off" />
          </Form.Item>
          <Form.Item name="needs" label={t('field.needs')}>
            <Select
              mode="multiple"
              placeholder={t('choose')}
              options={needs.map((need) => ({ value: need, label: t(`need.${need}`) }))}
            />
          </Form.Item>
          <Form.Item name="localPartner" valuePropName="checked">
            <Checkbox>{t('field.localPartner')}</Checkbox>
          </Form.Item>
        </>
      ) : null}
    </>
  );
}
