import { Button, Form, InputNumber } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { OrganisationInput } from '../../organisations/organisation-input.js';

const most = 20;

/** Whom a judge worked for before, with the years as far as they are known. */
export function EarlierEmployers() {
  const { t } = useTranslation('judges');
  const group = useRef<HTMLDivElement>(null);
  return (
    <div ref={group} tabIndex={-1} role="group" aria-label={t('pool.earlierEmployers')} className="earlier-employers">
      <Form.List name="earlierEmployers">
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name }, index) => (
              <div
                key={key}
                className="earlier-employer"
                role="group"
                aria-label={t('pool.earlierOne', { number: index + 1 })}
              >
                <Form.Item
                  name={[name, 'name']}
                  label={t('pool.earlierName')}
                  rules={[{ required: true, whitespace: true, message: t('pool.earlierMissing') }]}
                >
                  <OrganisationInput />
                </Form.Item>
                <Form.Item name={[name, 'fromYear']} label={t('pool.fromYear')}>
                  <InputNumber min={1900} max={2200} precision={0} controls={false} />
                </Form.Item>
                <Form.Item name={[name, 'untilYear']} label={t('pool.untilYear')}>
                  <InputNumber min={1900} max={2200} precision={0} controls={false} />
                </Form.Item>
                <Button
                  onClick={() => {
                    // The button goes with its row; what had the focus is not left nowhere.
                    group.current?.focus({ preventScroll: true });
                    remove(name);
                  }}
                  aria-label={t('pool.removeEarlierOf', { number: index + 1 })}
                >
                  {t('pool.removeEarlier')}
                </Button>
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            {rows.length < most ? (
              <Button onClick={() => add({ name: '', fromYear: null, untilYear: null })}>{t('pool.addEarlier')}</Button>
            ) : null}
          </>
        )}
      </Form.List>
    </div>
  );
}
