import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { deviceIntentions } from '../../../device/device.js';
import { useDevicePlace } from '../../../device/use-device-place.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import type { AssignmentList } from '../assignments.js';
import { SignInAgain } from '../sign-in-again.js';
import { useDeliveryExpired } from '../use-delivery-expired.js';
import {
  allSubmissions,
  forgetSubmission,
  isUnanswered,
  problemOf,
  type WaitingSubmission,
} from '../waiting-submission.js';

/** A text, for it to change when anything of it does. */
const standing = () => JSON.stringify(allSubmissions());

/** What was submitted without network, told on return: what waits, each receipt, and what was refused. */
export function Deliveries({ list }: { list: AssignmentList }) {
  const { t } = useTranslation('judging');
  const client = useQueryClient();
  const place = useDevicePlace();
  const hasExpired = useDeliveryExpired();
  const all = JSON.parse(useSyncExternalStore(deviceIntentions.subscribe, standing)) as [string, WaitingSubmission][];
  const waiting = all.filter(([, one]) => isUnanswered(one));
  const delivered = all.filter(([, { state }]) => state === 'delivered');
  const refused = all.filter(([, { state }]) => state === 'refused');
  const answers = delivered.length + refused.length;
  useEffect(() => {
    if (answers > 0) void client.invalidateQueries({ queryKey: ['my-assignments'] });
  }, [answers, client]);
  const lines = list.stages.flatMap(({ assignments }) => assignments);
  const titleOf = (publicId: string) => {
    const line = lines.find((one) => one.publicId === publicId);
    return line ? t('sheetTitleOf', line) : t('sheetTitle');
  };
  return (
    <div role="status" className="deliveries">
      {waiting.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t(hasExpired ? `waiting.countExpired.${place}` : `waiting.count.${place}`, { count: waiting.length })}
          description={hasExpired ? <SignInAgain>{t('waiting.signIn')}</SignInAgain> : undefined}
        />
      ) : null}
      {delivered.length > 0 ? (
        <Alert
          type="success"
          showIcon
          title={t('waiting.delivered', { count: delivered.length })}
          description={
            <>
              <ul className="plain-list">
                {delivered.map(([publicId, { receipt }]) => (
                  <li key={publicId}>
                    {titleOf(publicId)}{' '}
                    <span className="nowrap">
                      {t('receipt.number')} {receipt?.receiptNumber}
                    </span>
                  </li>
                ))}
              </ul>
              <Button onClick={() => delivered.forEach(([publicId]) => forgetSubmission(publicId))}>
                {t('waiting.read')}
              </Button>
            </>
          }
        />
      ) : null}
      {refused.map(([publicId, one]) => (
        <Refusal key={publicId} publicId={publicId} one={one} title={titleOf(publicId)} />
      ))}
    </div>
  );
}

function Refusal({ publicId, one, title }: { publicId: string; one: WaitingSubmission; title: string }) {
  const { t } = useTranslation('judging');
  const { sentence } = useProblemMessage();
  return (
    <Alert
      type="error"
      showIcon
      title={t(one.late ? 'late.delivered' : 'waiting.refused', { title, reason: sentence(problemOf(one)) })}
      description={<Link to={`/judging/${publicId}`}>{t('waiting.open')}</Link>}
    />
  );
}
