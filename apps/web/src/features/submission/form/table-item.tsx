import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TableColumn, TableField } from '#domain/form/form-definition';
import { useText } from '../../../locales/use-text.js';
import { DateInput } from '../../../ui/date-input.js';

interface TableItemProps {
  field: TableField;
  label: string;
  isReadOnly: boolean;
}

/** Rows under fixed columns; on a phone each row is a small form. */
export function TableItem({ field, label, isReadOnly }: TableItemProps) {
  const { t } = useTranslation('submission');
  const text = useText();
  return (
    <div className="list-field" role="group" aria-label={text(field.label)}>
      <p className="list-label">{label}</p>
      {field.help ? <p className="muted">{text(field.help)}</p> : null}
      <Form.List name={['formAnswers', field.key]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name }, index) => (
              <div key={key} className="list-row" role="group" aria-label={t('form.row', { number: index + 1 })}>
                {field.columns.map((column) => (
                  <Form.Item
                    key={column.key}
                    name={[name, column.key]}
                    label={column.isRequired ? text(column.label) : t('form.optional', { label: text(column.label) })}
                  >
                    {cellInput(column)}
                  </Form.Item>
                ))}
                {isReadOnly ? null : (
                  <Button onClick={() => remove(name)} aria-label={t('form.removeRow', { number: index + 1 })}>
                    {t('remove')}
                  </Button>
                )}
              </div>
            ))}
            {rows.length < field.maximumCount && !isReadOnly ? (
              <Button onClick={() => add({})}>{t('form.addRow')}</Button>
            ) : null}
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </div>
  );
}

function cellInput({ kind }: TableColumn) {
  if (kind === 'date') return <DateInput />;
  return <Input inputMode={kind === 'number' ? 'decimal' : 'text'} maxLength={200} autoComplete="off" />;
}
