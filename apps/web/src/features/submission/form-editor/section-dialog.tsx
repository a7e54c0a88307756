import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useReturnedFocus } from '../../../ui/use-returned-focus.js';
import type { FormDefinition, FormSection } from '#domain/form/form-definition';
import { useLocale } from '../../../locales/use-text.js';
import { freshKey } from './edit-document.js';

interface SectionDialogProps {
  form: FormDefinition;
  /** Null for a new one. */
  section: FormSection | null;
  onDone: (section: FormSection) => void;
  onClose: () => void;
}

interface SectionValues {
  title: { zh: string; en: string };
  help: { zh: string; en: string };
}

export function SectionDialog({ form, section, onDone, onClose }: SectionDialogProps) {
  const { t } = useTranslation('forms');
  useReturnedFocus();
  const locale = useLocale();
  const [instance] = Form.useForm<SectionValues>();
  const done = ({ title, help }: SectionValues) => {
    const { key, fields, visibleWhen }: Omit<FormSection, 'title'> = section ?? {
      key: freshKey(form, title.en, 'section'),
      fields: [],
    };
    const hasHelp = help.zh.trim() !== '' || help.en.trim() !== '';
    onDone({ key, title, ...(hasHelp ? { help } : {}), ...(visibleWhen ? { visibleWhen } : {}), fields });
  };
  const needed = [{ required: true, whitespace: true, message: t('missing') }];
  return (
    <Modal
      open
      title={section ? t('sectionTitle') : t('addSection')}
      okText={t('done')}
      cancelText={t('cancel')}
      onOk={() => instance.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form<SectionValues>
        form={instance}
        layout="vertical"
        scrollToFirstError={{ block: 'center', focus: true }}
        name="section"
        initialValues={{ title: section?.title ?? { zh: '', en: '' }, help: section?.help ?? { zh: '', en: '' } }}
        onFinish={done}
      >
        {(locale === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)).map((one) => (
          <Form.Item key={one} name={['title', one]} label={t(`setting.title.${one}`)} rules={needed}>
            <Input maxLength={200} />
          </Form.Item>
        ))}
        {(['zh', 'en'] as const).map((one) => (
          <Form.Item key={one} name={['help', one]} label={t(`setting.help.${one}`)}>
            <Input.TextArea autoSize maxLength={1000} />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
}
