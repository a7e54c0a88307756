import { ConfigProvider } from 'antd';
import { useLayoutEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { useReadingPreferences, type ReadingPreferences } from '../identity/use-reading-preferences.js';
import './text-size.css';

const sizes: readonly ReadingPreferences['textSize'][] = [100, 125, 150];

/** A judge's pages at the size of text that the judge has chosen, dialogs included. */
export function TextSize({ children }: { children: ReactNode }) {
  const [{ textSize }] = useReadingPreferences();
  useLayoutEffect(() => {
    document.documentElement.dataset['textSize'] = String(textSize);
    return () => void delete document.documentElement.dataset['textSize'];
  }, [textSize]);
  return (
    <ConfigProvider
      theme={{ cssVar: { prefix: 'ant', key: `leitai-${textSize}` }, token: { fontSize: (16 * textSize) / 100 } }}
    >
      {children}
    </ConfigProvider>
  );
}

export function TextSizeSwitch() {
  const { t } = useTranslation('judging');
  const { percent } = useFormats();
  const [{ textSize }, change] = useReadingPreferences();
  return (
    <div className="text-size" role="group" aria-label={t('textSize')}>
      <span aria-hidden="true">{t('textSize')}</span>
      {sizes.map((size) => (
        <button
          key={size}
          type="button"
          className="quiet-button"
          aria-pressed={size === textSize}
          onClick={() => void change({ textSize: size })}
        >
          {percent(size, 100)}
        </button>
      ))}
    </div>
  );
}
