import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { deviceIntentions } from '../../device/device.js';
import { StateMark } from '../../ui/state-mark.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import type { Assignment } from './assignments.js';
import { askedDeclaration } from './declaration/asked-declaration.js';
import { declarationPath } from './declaration/queries.js';
import { receiptNumber } from './receipt-number.js';
import { fieldsOf, sameFields } from './sheet-fields.js';
import { SignInAgain } from './sign-in-again.js';
import { useDeliveryExpired } from './use-delivery-expired.js';
import { useKeptPlace, useWaitingPlace } from './use-kept-place.js';
import type { Sheet } from './use-sheet.js';
import { readSubmission } from './waiting-submission.js';

/** Where the scores are. Nothing is called stored before the server has said so, nothing submitted without a receipt. */
export function SaveState({ assignment, sheet }: { assignment: Assignment; sheet: Sheet }) {
  const { publicId, submitted, late, window: judging, edition, stage } = assignment;
  const place = useKeptPlace(publicId);
  const waitingPlace = useWaitingPlace(publicId);
  const waiting = useSyncExternalStore(deviceIntentions.subscribe, () => readSubmission(publicId));
  const { t } = useTranslation(['judging', 'declaration']);
  const { sentence } = useProblemMessage();
  const hasExpired = useDeliveryExpired();
  const { saving, fields, problems, conflict, isUndelivered } = sheet;
  if (conflict || saving.kind === 'stale') return <StateMark tone="danger">{t('saving.stale')}</StateMark>;
  if (waiting?.state === 'waiting') {
    if (hasExpired) return <Expired text={t(`saving.waitingExpired.${waitingPlace}`)} />;
    return <StateMark tone="attention">{t(`saving.waiting.${waitingPlace}`)}</StateMark>;
  }
  if (isUndelivered) return <StateMark tone="danger">{t(`saving.undelivered.${place}`)}</StateMark>;
  if (late?.state === 'waiting' && !judging.isOpen) return <StateMark tone="attention">{t('late.mark')}</StateMark>;
  if (saving.kind === 'retrying') return <StateMark tone="danger">{t(`saving.retrying.${place}`)}</StateMark>;
  if (saving.kind === 'expired') return <Expired text={t(`saving.expired.${place}`)} />;
  if (saving.kind === 'refused') {
    const declaration = askedDeclaration(saving.problem, declarationPath(edition.slug, stage.key));
    if (declaration === null) {
      return <StateMark tone="danger">{t('saving.refused', { reason: sentence(saving.problem) })}</StateMark>;
    }
    return (
      <Link className="quiet-button sheet-sign-in" to={declaration}>
        <StateMark tone="danger">{t('saving.refused', { reason: t('declaration:mark') })}</StateMark>
      </Link>
    );
  }
  if (sheet.isHeldBack) return <StateMark tone="attention">{t('saving.rulesChanged')}</StateMark>;
  if (saving.kind === 'saving') return <StateMark tone="going">{t(`saving.saving.${place}`)}</StateMark>;
  if (problems.length > 0) {
    return <StateMark tone="danger">{t('saving.partly', { count: problems.length })}</StateMark>;
  }
  if (submitted && sameFields(fieldsOf(submitted), fields)) {
    return (
      <StateMark tone="done">
        {t('saving.submitted')} · <span className="nowrap">{receiptNumber(submitted.receipt)}</span>
      </StateMark>
    );
  }
  if (sameFields(fields, {})) {
    return <StateMark tone="idle">{t('saving.empty')}</StateMark>;
  }
  return <StateMark tone="attention">{t(submitted ? 'saving.changed' : 'saving.synced')}</StateMark>;
}

/** The state is the way to sign in: the bar has no room for both. */
function Expired({ text }: { text: string }) {
  return (
    <SignInAgain>
      <StateMark tone="danger">{text}</StateMark>
    </SignInAgain>
  );
}
