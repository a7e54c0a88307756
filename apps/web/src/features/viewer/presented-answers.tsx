import { useTranslation } from 'react-i18next';
import type { OwnField } from '#domain/form/form-definition';
import type { Schemas } from '../../api/client.js';
import { useText } from '../../locales/use-text.js';
import { useAnswerText } from '../eligibility/use-answer-text.js';

/** Answers as those read them for whom the form shows them, under the form's own labels. */
export function PresentedAnswers({ fields }: { fields: Schemas['PresentedEntryDto']['fields'] }) {
  const { t } = useTranslation('viewer');
  const text = useText();
  const answerText = useAnswerText();
  if (fields.length === 0) return null;
  return (
    <dl className="presented-answers">
      {fields.map(({ field: given, answer }) => {
        // The document says only that it is an object; the server validated it when the form was published.
        const field = given as unknown as OwnField;
        return (
          <div key={field.key}>
            <dt>{text(field.label)}</dt>
            <dd>
              {field.kind === 'video-link' && typeof answer === 'string' ? (
                <a href={answer} target="_blank" rel="noopener noreferrer">
                  {t('openVideo')} <bdi>{answer}</bdi>
                </a>
              ) : (
                answerText(answer, field)
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
