import { Alert, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnedFocus } from '../../../ui/use-returned-focus.js';
import {
  coreBlocks,
  type CoreField,
  type FormDefinition,
  type FormField,
  ownFieldKinds,
  type OwnFieldKind,
  readerRoles,
} from '#domain/form/form-definition';
import { ConditionSetting } from './condition-setting.js';
import { freshKey } from './edit-document.js';
import { fieldOf, type FieldValues, newFieldValues, simpleCondition, valuesOf } from './field-values.js';
import { KindSettings } from './kind-settings.js';

interface FieldDialogProps {
  form: FormDefinition;
  place: { readonly section: number; readonly field: number | null };
  onDone: (field: FormField) => void;
  onClose: () => void;
}

/** One question and all that is set about it. Of a core block only its conditions are the edition's to set. */
export function FieldDialog({ form, place, onDone, onClose }: FieldDialogProps) {
  const { t } = useTranslation('forms');
  const before = place.field === null ? null : (form.sections[place.section]?.fields[place.field] ?? null);
  const [instance] = Form.useForm<FieldValues>();
  useReturnedFocus();
  const missing = coreBlocks.filter(
    (block) => !form.sections.some(({ fields }) => fields.some(({ key }) => key === block)),
  );
  const [kind, setKind] = useState<OwnFieldKind | 'core'>(before?.kind ?? 'short-text');
  const initial = before && before.kind !== 'core' ? valuesOf(before) : coreValues(before, kind);
  const finish = (values: FieldValues) => {
    if (kind === 'core') return onDone(coreOf(values, before as CoreField | null, missing[0]));
    const key = before?.key ?? (values.key || freshKey(form, values.label.en, kind));
    onDone(fieldOf({ ...initial, ...values, kind, key }, before));
  };
  const isComplex = [before?.visibleWhen, before?.requiredWhen].some(
    (one) => one !== undefined && !simpleCondition(one),
  );
  const kinds = [...ownFieldKinds, ...(missing.length > 0 ? (['core'] as const) : [])];
  return (
    <Modal
      open
      width={720}
      title={before ? t('fieldTitle') : t('addField')}
      okText={t('done')}
      cancelText={t('cancel')}
      onOk={() => instance.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form<FieldValues>
        key={kind}
        form={instance}
        layout="vertical"
        scrollToFirstError={{ block: 'center', focus: true }}
        name="field"
        className="field-dialog"
        initialValues={initial}
        onFinish={finish}
      >
        {before ? null : (
          <Form.Item label={t('setting.kind')} htmlFor="field-kind">
            <Select
              id="field-kind"
              value={kind}
              onChange={setKind}
              options={kinds.map((one) => ({
                value: one,
                label: one === 'core' ? t(`core.${missing[0] ?? 'landing'}`) : t(`kind.${one}`),
              }))}
            />
          </Form.Item>
        )}
        {kind === 'core' ? null : <Wording isNew={before === null} />}
        {kind === 'core' ? null : <KindSettings kind={kind} />}
        <Form.Item name="isRequired" valuePropName="checked">
          <Checkbox>{t('setting.isRequired')}</Checkbox>
        </Form.Item>
        <ConditionSetting name="requiredCondition" form={form} place={place} />
        <ConditionSetting name="condition" form={form} place={place} />
        {isComplex ? <Alert type="info" showIcon title={t('complexCondition')} /> : null}
        {kind === 'core' ? null : <Readership />}
      </Form>
    </Modal>
  );
}

function Wording({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation('forms');
  const needed = [{ required: true, whitespace: true, message: t('missing') }];
  return (
    <>
      {(['zh', 'en'] as const).map((one) => (
        <Form.Item key={one} name={['label', one]} label={t(`setting.label.${one}`)} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
      ))}
      {(['zh', 'en'] as const).map((one) => (
        <Form.Item key={one} name={['help', one]} label={t(`setting.help.${one}`)}>
          <Input.TextArea autoSize maxLength={1000} />
        </Form.Item>
      ))}
      <Form.Item
        name="key"
        label={t(isNew ? 'setting.key' : 'setting.keyFixed')}
        extra={t(isNew ? 'setting.keyNote' : 'setting.keyFixedNote')}
      >
        <Input maxLength={60} disabled={!isNew} />
      </Form.Item>
    </>
  );
}

function Readership() {
  const { t } = useTranslation('forms');
  return (
    <>
      <Form.Item name="readers" label={t('setting.readers')} extra={t('setting.readersNote')}>
        <Checkbox.Group options={readerRoles.map((role) => ({ value: role, label: t(`reader.${role}`) }))} />
      </Form.Item>
      <Form.Item name="identifies" valuePropName="checked">
        <Checkbox>{t('setting.identifies')}</Checkbox>
      </Form.Item>
      <Form.Item name="isPersonal" valuePropName="checked">
        <Checkbox>{t('setting.isPersonal')}</Checkbox>
      </Form.Item>
    </>
  );
}

function coreValues(before: FormField | null, kind: OwnFieldKind | 'core'): FieldValues {
  const base = newFieldValues(kind === 'core' ? 'short-text' : kind);
  const none = { test: 'is', values: [] } as const;
  return {
    ...base,
    isRequired: before?.isRequired ?? false,
    condition: simpleCondition(before?.visibleWhen) ?? { ...none, values: [] },
    requiredCondition: simpleCondition(before?.requiredWhen) ?? { ...none, values: [] },
  };
}

/** Goes the same way as an own field, and keeps what a block has. */
function coreOf(values: FieldValues, before: CoreField | null, block: CoreField['key'] | undefined): CoreField {
  const { isRequired, requiredWhen, visibleWhen } = fieldOf({ ...newFieldValues('country'), ...values }, before);
  return {
    ...{ kind: 'core' as const, key: before?.key ?? block ?? 'landing' },
    ...(isRequired ? { isRequired } : {}),
    ...(requiredWhen ? { requiredWhen } : {}),
    ...(visibleWhen ? { visibleWhen } : {}),
  };
}
