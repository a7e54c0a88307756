import { Button } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceIntentions, deviceWork } from '../../../device/device.js';
import type { QueueStage } from '../assignments.js';
import { isUnsubmitted } from './check-sheets.js';
import { SubmitAllDialog } from './submit-all-dialog.js';

function subscribe(listener: () => void): () => void {
  const ends = [deviceIntentions.subscribe(listener), deviceWork.subscribe(listener)];
  return () => ends.forEach((end) => end());
}

/** The way to submit at once whatever the judge has given in this stage. */
export function SubmitAll({ stage }: { stage: QueueStage }) {
  const { t } = useTranslation('judging');
  const [isOpen, setOpen] = useState(false);
  const count = useSyncExternalStore(subscribe, () => stage.assignments.filter(isUnsubmitted).length);
  return (
    <>
      {stage.window.isOpen && count > 0 ? (
        <Button onClick={() => setOpen(true)}>{t('submitAll.open', { count })}</Button>
      ) : null}
      {isOpen ? <SubmitAllDialog stage={stage} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
