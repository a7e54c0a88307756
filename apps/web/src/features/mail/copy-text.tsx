import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { languageTags, type Locale } from '../../locales/index.js';
import { showNotice } from '../../ui/notice-store.js';

/** A short text to be pasted into WeChat or an SMS; it can be selected by hand where copying is blocked. */
export function CopyText({ text, locale }: { text: string; locale: Locale }) {
  const { t } = useTranslation('mail');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      showNotice(t('copied'));
    } catch {
      showNotice(t('copyBlocked'));
    }
  };
  return (
    <div className="copy-text">
      <p lang={languageTags[locale]}>{text}</p>
      <Button icon={<CopyOutlined aria-hidden="true" />} onClick={() => void copy()}>
        {t(`copy.${locale}`)}
      </Button>
    </div>
  );
}
