import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Item, moved, withItem, withLabel } from './setting-document.js';

interface ItemListFieldsProps {
  list: 'checklist' | 'reasons';
  items: readonly Item[];
  onChange: (items: Item[]) => void;
}

const most = { checklist: 30, reasons: 50 } as const;

/** The points or the reasons, each worded in both languages. */
export function ItemListFields({ list, items, onChange }: ItemListFieldsProps) {
  const { t } = useTranslation('eligibility');
  return (
    <fieldset className="setting-items">
      <legend>{t(list === 'checklist' ? 'checklist' : 'reasons')}</legend>
      <ol>
        {items.map(({ label }, index) => {
          const number = index + 1;
          const name = t(`setting.${list}`, { number });
          const word = (language: 'zh' | 'en') => (
            <label>
              <span className="muted">{t(`language.${language}`)}</span>
              <Input
                maxLength={200}
                value={label[language]}
                aria-label={t(`setting.in.${language}`, { name })}
                status={label[language].trim() === '' ? 'warning' : ''}
                onChange={(event) => onChange(withLabel(items, index, { ...label, [language]: event.target.value }))}
              />
            </label>
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
                  onClick={() => onChange(moved(items, index, -1))}
                />
                <Button
                  icon={<ArrowDownOutlined aria-hidden="true" />}
                  aria-label={t('setting.down', { name })}
                  disabled={number === items.length}
                  onClick={() => onChange(moved(items, index, 1))}
                />
                <Button
                  aria-label={t('setting.removeOf', { name })}
                  disabled={items.length === 1}
                  onClick={() => onChange(items.filter((_, at) => at !== index))}
                >
                  {t('setting.remove')}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      <Button disabled={items.length >= most[list]} onClick={() => onChange(withItem(items))}>
        {t(`setting.add.${list}`)}
      </Button>
    </fieldset>
  );
}
