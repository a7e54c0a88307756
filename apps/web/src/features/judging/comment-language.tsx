import { useTranslation } from 'react-i18next';
import { languageName, locales } from '../../locales/index.js';
import { languageField } from './sheet-fields.js';
import './text-size.css';

interface CommentLanguageProps {
  value: string;
  isReadOnly: boolean;
  onChange: (value: string, isTyped: boolean) => void;
}

/** In which language the comments of the sheet are written; the page's own until the judge says otherwise. */
export function CommentLanguage({ value, isReadOnly, onChange }: CommentLanguageProps) {
  const { t } = useTranslation('judging');
  return (
    <div className="text-size comment-language" role="group" aria-label={t('comment.language')}>
      <span aria-hidden="true">{t('comment.language')}</span>
      {locales.map((language) => (
        <button
          key={language}
          type="button"
          className="quiet-button"
          aria-pressed={language === value}
          data-field={language === value ? languageField : undefined}
          disabled={isReadOnly}
          onClick={() => onChange(language, false)}
        >
          {languageName(language)}
        </button>
      ))}
    </div>
  );
}
