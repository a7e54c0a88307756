import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerChanges } from '#domain/form/answer-changes';
import type { FormDefinition } from '#domain/form/form-definition';
import type { PublicEdition } from '../../contest/public-editions.js';
import { useAnswerText } from '../../eligibility/use-answer-text.js';
import { answersOf } from '../entry-fields.js';
import { usePathLabel } from '../entry-paths.js';
import type { DraftFields } from './kept-draft.js';
import type { EntryDraft } from './use-entry-draft.js';

interface DraftConflictBoxProps {
  edition: PublicEdition;
  definition: FormDefinition;
  mine: DraftFields;
  draft: EntryDraft;
}

/** Another tab or device kept something else: both are shown, and neither is lost before the person has chosen. */
export function DraftConflictBox({ edition, definition, mine, draft }: DraftConflictBoxProps) {
  const { t } = useTranslation('entry');
  const labelOf = usePathLabel(definition);
  const show = useAnswerText();
  if (draft.conflict === null) return null;
  const [own, stored] = [flat(mine, edition), flat(draft.conflict.stored, edition)];
  const changes = answerChanges(stored, own);
  return (
    <section className="draft-conflict" role="alert" aria-label={t('draft.conflict')}>
      <h3>{t('draft.conflict')}</h3>
      <p>{t('draft.conflictText')}</p>
      <dl>
        {changes.map(({ key }) => (
          <div key={key}>
            <dt>{labelOf(key) ?? labelOf(`formAnswers.${key}`) ?? key}</dt>
            <dd>
              <strong>{t('draft.here')}</strong> {show(own[key]) || t('draft.nothing')}
            </dd>
            <dd>
              <strong>{t('draft.there')}</strong> {show(stored[key]) || t('draft.nothing')}
            </dd>
          </div>
        ))}
      </dl>
      <p className="draft-choice">
        <Button type="primary" onClick={() => draft.resolve('mine')}>
          {t('draft.keepHere')}
        </Button>
        <Button onClick={() => draft.resolve('stored')}>{t('draft.takeThere')}</Button>
      </p>
    </section>
  );
}

function flat(fields: DraftFields, edition: PublicEdition): Record<string, unknown> {
  const { formAnswers, landing, ...core } = answersOf(fields, edition);
  return { ...formAnswers, ...landing, ...core };
}
