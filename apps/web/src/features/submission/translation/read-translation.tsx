import { useTranslation } from 'react-i18next';
import { languageTags } from '../../../locales/index.js';
import type { ReadTranslation as Translation } from './translation-queries.js';
import { TranslationMark } from './translation-mark.js';
import './translation.css';

/** Title and summary in the entry's other language, for whoever reads the original above them. */
export function ReadTranslation({ translation }: { translation: Translation | null }) {
  const { t } = useTranslation('translation');
  // A sheet kept on the device may be older than translations.
  if (!translation) return null;
  const { language, title, summary, author, state } = translation;
  return (
    <section className="translation" aria-label={t('into', { language: t(`language.${language}`) })}>
      <TranslationMark author={author} state={state} />
      <p lang={languageTags[language]} className="translation-title">
        {title}
      </p>
      {summary ? (
        <p lang={languageTags[language]} className="translation-summary">
          {summary}
        </p>
      ) : null}
    </section>
  );
}
