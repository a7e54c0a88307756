import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import { publicEditionsQuery } from '../../contest/public-editions.js';
import { OrganisationInput } from '../../organisations/organisation-input.js';
import { EarlierEmployers } from './earlier-employers.js';
import './pool.css';

const kinds = ['technology', 'management', 'venture-capital'] as const;
const languages = ['zh', 'en'] as const;

/** What the office knows of a judge, within a form of `JudgeForm`. */
export function JudgeFactsFields({ slug }: { slug: string }) {
  const { t } = useTranslation('judges');
  return (
    <>
      <Form.Item name="employer" label={t('employer')}>
        <OrganisationInput />
      </Form.Item>
      <EarlierEmployers />
      <FieldGroupsItem slug={slug} />
      <Form.Item name="keywords" label={t('pool.keywords')} extra={t('pool.keywordsNote')}>
        <Select mode="tags" tokenSeparators={[';', '；', '、']} open={false} suffixIcon={null} />
      </Form.Item>
      <div className="judge-fields">
        <Form.Item name="kind" label={t('pool.kind')}>
          <Select
            allowClear
            placeholder={t('noKind')}
            options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
        </Form.Item>
        <Form.Item name="languages" label={t('pool.languages')}>
          <Checkbox.Group options={languages.map((one) => ({ value: one, label: t(`pool.language.${one}`) }))} />
        </Form.Item>
        <Form.Item name="leastEntries" label={t('pool.leastEntries')}>
          <InputNumber min={0} max={10_000} precision={0} />
        </Form.Item>
        <Form.Item name="mostEntries" label={t('pool.mostEntries')}>
          <InputNumber min={1} max={10_000} precision={0} />
        </Form.Item>
        <Form.Item name="availableFrom" label={t('pool.availableFrom')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="availableUntil" label={t('pool.availableUntil')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="externalKey" label={t('pool.externalKey')}>
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="isSubstitute" valuePropName="checked" extra={t('pool.substituteNote')}>
        <Checkbox>{t('pool.substitute')}</Checkbox>
      </Form.Item>
    </>
  );
}

function FieldGroupsItem({ slug }: { slug: string }) {
  const { t } = useTranslation('judges');
  const groups = useFieldGroups(slug);
  if (groups?.length === 0) return null;
  return (
    <Form.Item name="fieldGroups" label={t('pool.fieldGroups')}>
      <Select
        mode="multiple"
        loading={groups === undefined}
        placeholder={t('pool.notGiven')}
        optionFilterProp="label"
        options={groups ?? []}
      />
    </Form.Item>
  );
}

/** The edition's field groups in the reader's language; undefined until they are known. */
export function useFieldGroups(slug: string): { value: string; label: string }[] | undefined {
  const text = useText();
  const { data } = useQuery(publicEditionsQuery);
  const edition = data?.contests.flatMap(({ editions }) => editions).find((one) => one.slug === slug);
  return data && (edition?.fieldGroups ?? []).map(({ key, name }) => ({ value: key, label: text(name) }));
}
