import type { OwnField } from '#domain/form/form-definition';
import type { Schemas } from '../../api/client.js';
import { useText } from '../../locales/use-text.js';
import { useAnswerText } from '../eligibility/use-answer-text.js';

/** Answers as those read them for whom the form shows them, under the form's own labels. */
export function PresentedAnswers({ fields }: { fields: Schemas['PresentedEntryDto']['fields'] }) {
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
            <dd>{answerText(answer, field)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
