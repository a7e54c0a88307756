import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fileTypes, type OwnFieldKind, personParts } from '#domain/form/form-definition';
import { DateInput } from '../../../ui/date-input.js';
import { RowsSetting } from './rows-setting.js';

/** The limits and options that fields of a kind have. */
export function KindSettings({ kind }: { kind: OwnFieldKind }) {
  const { t } = useTranslation('forms');
  switch (kind) {
    case 'short-text':
      return (
        <>
          <Line name="maximumLength" />
          <Tick name="format" />
        </>
      );
    case 'long-text':
      return <Lines names={['maximumLength', 'minimumLength']} />;
    case 'number':
      return (
        <>
          <Lines names={['decimals', 'minimum', 'maximum']} />
          <Pair name="unit" />
          <Pair name="besideUnit" />
          <Form.Item name={['besideUnit', 'factor']} label={t('setting.factor')} extra={t('setting.factorNote')}>
            <Input inputMode="decimal" />
          </Form.Item>
        </>
      );
    case 'money':
      return (
        <>
          <Tags name="currencies" />
          <Line name="maximum" />
        </>
      );
    case 'date':
      return (
        <>
          <Line name="earliest" type="date" />
          <Line name="latest" type="date" />
        </>
      );
    case 'choice':
      return <RowsSetting name="options" />;
    case 'multi-choice':
    case 'district':
      return (
        <>
          <RowsSetting name="options" />
          <Lines names={['minimumCount', 'maximumCount']} />
          <Tick name="allowsUndecided" />
        </>
      );
    case 'video-link':
      return <Tags name="hosts" />;
    case 'table':
      return (
        <>
          <RowsSetting name="columns" />
          <Lines names={['minimumCount', 'maximumCount']} />
        </>
      );
    case 'person-list':
      return (
        <>
          <Ticks name="parts" options={personParts.map((part) => ({ value: part, label: t(`part.${part}`) }))} />
          <Ticks
            name="requiredParts"
            options={personParts.map((part) => ({ value: part, label: t(`part.${part}`) }))}
          />
          <Lines names={['minimumCount', 'maximumCount']} />
        </>
      );
    case 'file':
      return (
        <>
          <Ticks name="types" options={fileTypes.map((type) => ({ value: type, label: type.toUpperCase() }))} />
          <Lines names={['megabytes', 'maximumCount']} />
        </>
      );
    case 'country':
    case 'phone':
    case 'email':
      return null;
  }
}

type LineName =
  | 'maximumLength'
  | 'minimumLength'
  | 'decimals'
  | 'minimum'
  | 'maximum'
  | 'earliest'
  | 'latest'
  | 'minimumCount'
  | 'maximumCount'
  | 'megabytes';

function Line({ name, type = 'text' }: { name: LineName; type?: 'text' | 'date' }) {
  const { t } = useTranslation('forms');
  return (
    <Form.Item name={name} label={t(`setting.${name}`)}>
      {type === 'date' ? <DateInput /> : <Input inputMode="decimal" className="short-input" />}
    </Form.Item>
  );
}

function Lines({ names }: { names: readonly LineName[] }) {
  return names.map((name) => <Line key={name} name={name} />);
}

function Pair({ name }: { name: 'unit' | 'besideUnit' }) {
  const { t } = useTranslation('forms');
  return (['zh', 'en'] as const).map((one) => (
    <Form.Item key={one} name={[name, one]} label={t(`setting.${name}.${one}`)}>
      <Input maxLength={40} className="short-input" />
    </Form.Item>
  ));
}

function Tick({ name }: { name: 'format' | 'allowsUndecided' }) {
  const { t } = useTranslation('forms');
  return (
    <Form.Item name={name} valuePropName="checked">
      <Checkbox>{t(`setting.${name}`)}</Checkbox>
    </Form.Item>
  );
}

function Tags({ name }: { name: 'currencies' | 'hosts' }) {
  const { t } = useTranslation('forms');
  return (
    <Form.Item name={name} label={t(`setting.${name}`)} extra={t(`setting.${name}Note`)}>
      <Select mode="tags" tokenSeparators={[',', '，', '、', ' ']} open={false} suffixIcon={null} />
    </Form.Item>
  );
}

interface TicksProps {
  name: 'parts' | 'requiredParts' | 'types';
  options: { value: string; label: string }[];
}

function Ticks({ name, options }: TicksProps) {
  const { t } = useTranslation('forms');
  return (
    <Form.Item name={name} label={t(`setting.${name}`)}>
      <Checkbox.Group options={options} />
    </Form.Item>
  );
}
