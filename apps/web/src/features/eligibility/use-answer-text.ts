import { useTranslation } from 'react-i18next';
import { type OwnField, undecided } from '#domain/form/form-definition';
import { useText } from '../../locales/use-text.js';

/** An answer as a line of text, whatever its kind; options by their labels. Empty where nothing was answered. */
export function useAnswerText(): (value: unknown, field?: OwnField) => string {
  const { t } = useTranslation('eligibility');
  const { t: ofForm } = useTranslation('submission');
  const text = useText();
  const show = (value: unknown, field?: OwnField): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'string') {
      if (value === undecided && field && 'allowsUndecided' in field) return ofForm('form.undecided');
      const options = field && 'options' in field ? field.options : [];
      return text(options.find((option) => option.value === value)?.label) || value;
    }
    if (Array.isArray(value)) return value.map((one) => show(one, field)).join(t('lineBreak'));
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value !== 'object') return '';
    const parts = value as Record<string, unknown>;
    if (typeof parts['zh'] === 'string' && typeof parts['en'] === 'string') {
      return text({ zh: parts['zh'], en: parts['en'] });
    }
    return Object.values(parts)
      .map((part) => show(part))
      .filter((part) => part !== '')
      .join(' · ');
  };
  return show;
}
