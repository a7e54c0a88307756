import { useTranslation } from 'react-i18next';
import { StateMark } from '../../../ui/state-mark.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import type { EntryDraft } from './use-entry-draft.js';

/** Where a draft is: on this device, or on the server as well. A draft is never called submitted. */
export function DraftState({ draft: { saving, conflict } }: { draft: EntryDraft }) {
  const { t } = useTranslation('entry');
  const { sentence } = useProblemMessage();
  if (conflict || saving.kind === 'stale') return <StateMark tone="danger">{t('draft.stale')}</StateMark>;
  if (saving.kind === 'retrying') return <StateMark tone="attention">{t('draft.retrying')}</StateMark>;
  if (saving.kind === 'expired') return <StateMark tone="attention">{t('draft.expired')}</StateMark>;
  if (saving.kind === 'refused') {
    return <StateMark tone="danger">{t('draft.refused', { reason: sentence(saving.problem) })}</StateMark>;
  }
  if (saving.kind === 'saving') return <StateMark tone="going">{t('draft.local')}</StateMark>;
  return <StateMark tone="done">{t('draft.synced')}</StateMark>;
}
