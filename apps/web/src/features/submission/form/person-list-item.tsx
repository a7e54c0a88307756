import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonListField, PersonPart } from '#domain/form/form-definition';
import { useText } from '../../../locales/use-text.js';

interface PersonListItemProps {
  field: PersonListField;
  label: string;
  isReadOnly: boolean;
}

const inputTypes: Partial<Record<PersonPart, string>> = { phone: 'tel', email: 'email' };

/** People, each with the parts that the form asks for. Names stand as typed. */
export function PersonListItem({ field, label, isReadOnly }: PersonListItemProps) {
  const { t } = useTranslation('submission');
  const text = useText();
  const required: readonly string[] = ['name', ...(field.requiredParts ?? [])];
  return (
    <div className="list-field" role="group" aria-label={text(field.label)}>
      <p className="list-label">{label}</p>
      {field.help ? <p className="muted">{text(field.help)}</p> : null}
      <Form.List name={['formAnswers', field.key]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name }, index) => (
              <div key={key} className="list-row" role="group" aria-label={t('form.person', { number: index + 1 })}>
                {(['name', ...field.parts] as const).map((part) => (
                  <Form.Item
                    key={part}
                    name={[name, part]}
                    label={
                      required.includes(part)
                        ? t(`form.part.${part}`)
                        : t('form.optional', { label: t(`form.part.${part}`) })
                    }
                  >
                    <Input
                      type={part === 'name' ? 'text' : (inputTypes[part] ?? 'text')}
                      maxLength={254}
                      autoComplete="off"
                    />
                  </Form.Item>
                ))}
                {isReadOnly ? null : (
                  <Button onClick={() => remove(name)} aria-label={t('form.removePerson', { number: index + 1 })}>
                    {t('remove')}
                  </Button>
                )}
              </div>
            ))}
            {rows.length < field.maximumCount && !isReadOnly ? (
              <Button onClick={() => add({ name: '' })}>{t('form.addPerson')}</Button>
            ) : null}
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </div>
  );
}
