import { useTranslation } from 'react-i18next';
import { useKeepLocale } from '../features/identity/use-keep-locale.js';
import { languageTags } from '../locales/index.js';
import { useLocale } from '../locales/use-text.js';

/** Names the other language in that language, as its readers look for it. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const keep = useKeepLocale();
  const other = useLocale() === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="quiet-button" lang={languageTags[other]} onClick={() => void keep(other)}>
      {t('otherLanguage')}
    </button>
  );
}
