import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import type { PublicEdition } from '../contest/public-editions.js';
import type { EntryFields } from './entry-fields.js';
import { countriesQuery } from './queries.js';

const problemNumber = /^[1-9]\d{0,5}$/;

/** Where an entry belongs: track, field group, division, the enterprise's problem it answers, country or region. */
export function ClassificationFields({ edition }: { edition: PublicEdition }) {
  const { t } = useTranslation('submission');
  const text = useText();
  const { data } = useQuery(countriesQuery);
  const form = Form.useFormInstance<EntryFields>();
  const trackKey = Form.useWatch('trackKey', form);
  const parents = new Set(edition.tracks.map(({ parentKey }) => parentKey));
  const leaves = edition.tracks.filter(({ key }) => !parents.has(key));
  const options = (list: readonly { key: string; name: { zh: string; en: string } }[]) =>
    list.map(({ key, name }) => ({ value: key, label: text(name) }));
  const required = (message: string) => [{ required: true, message }];
  return (
    <>
      <Form.Item name="trackKey" label={t('field.track')} rules={required(t('missing.track'))}>
        <Select options={options(leaves)} placeholder={t('choose')} />
      </Form.Item>
      {leaves.find(({ key }) => key === trackKey)?.requiresProblem ? (
        <Form.Item
          name="enterpriseProblemNumber"
          label={t('field.problem')}
          extra={t('field.problemNote')}
          rules={[{ required: true, pattern: problemNumber, message: t('missing.problem') }]}
        >
          <Input inputMode="numeric" maxLength={6} />
        </Form.Item>
      ) : null}
      {edition.fieldGroups.length > 0 ? (
        <Form.Item name="fieldGroupKey" label={t('field.fieldGroup')} rules={required(t('missing.fieldGroup'))}>
          <Select options={options(edition.fieldGroups)} placeholder={t('choose')} />
        </Form.Item>
      ) : null}
      {edition.divisions.length > 0 ? (
        <Form.Item name="divisionKey" label={t('field.division')}>
          <Select allowClear options={options(edition.divisions)} placeholder={t('choose')} />
        </Form.Item>
      ) : null}
      <Form.Item name="countryCode" label={t('field.country')} rules={required(t('missing.country'))}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={!data}
          placeholder={t('choose')}
          options={(data?.countries ?? []).map(({ code, name }) => ({ value: code, label: text(name) }))}
        />
      </Form.Item>
    </>
  );
}
