import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EligibilitySetting } from '../queries.js';
import { type ItemList, moved, withItem, withLabel, withoutItem } from './setting-document.js';

interface ItemListFieldsProps {
  list: ItemList;
  setting: EligibilitySetting;
  onChange: (setting: EligibilitySetting) => void;
}

const most = { checklist: 30, reasons: 50 } as const;

/** The points or the reasons, each worded in both languages. */
export function ItemListFields({ list, setting, onChange }: ItemListFieldsProps) {
  const { t } = useTranslation('eligibility');
  const items = setting[list];
  return (
    <fieldset className="setting-items">
      <legend>{t(list === 'checklist' ? 'checklist' : 'reasons')}</legend>
      <ol>
        {items.map(({ label }, index) => {
          const number = index + 1;
          const name = t(`setting.${list}`, { number });
          const word = (language: 'zh' | 'en') => (
            <Input
              maxLength={200}
              value={label[language]}
              aria-label={t(`setting.in.${language}`, { name })}
              placeholder={t(`language.${language}`)}
              status={label[language].trim() === '' ? 'warning' : ''}
              onChange={(event) =>
                onChange(withLabel(setting, list, index, { ...label, [language]: event.target.value }))
              }
            />
          );
          return (
            <li key={index}>
              <div className="setting-words">
                {word('zh')}
                {word('en')}
              </div>
              <div className="setting-acts">
                <Button
                  icon={<ArrowUpOutlined aria-hidden="true" />}
                  aria-label={t('setting.up', { name })}
                  disabled={index === 0}
                  onClick={() => onChange(moved(setting, list, index, -1))}
                />
                <Button
                  icon={<ArrowDownOutlined aria-hidden="true" />}
                  aria-label={t('setting.down', { name })}
                  disabled={number === items.length}
                  onClick={() => onChange(moved(setting, list, index, 1))}
                />
                <Button
                  aria-label={t('setting.removeOf', { name })}
                  disabled={items.length === 1}
                  onClick={() => onChange(withoutItem(setting, list, index))}
                >
                  {t('setting.remove')}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      <Button disabled={items.length >= most[list]} onClick={() => onChange(withItem(setting, list))}>
        {t(`setting.add.${list}`)}
      </Button>
    </fieldset>
  );
}
