import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assignment } from './assignments.js';
import type { Sheet } from './use-sheet.js';
import { VersionTable } from './version-table.js';

/** Both versions side by side; there is no closing it without a choice, since either could be the one that is meant. */
export function ConflictDialog({ assignment, sheet }: { assignment: Assignment; sheet: Sheet }) {
  const { t } = useTranslation('judging');
  const { conflict, fields, resolve } = sheet;
  // It comes while the judge is typing. As long as no button can take the focus the dialog itself does, so that the
  // next Enter of a row of scores throws neither version away.
  const [isShown, setShown] = useState(false);
  return (
    <Modal
      open={conflict !== null}
      title={t('conflict.title')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      afterOpenChange={setShown}
      footer={
        <div className="dialog-acts">
          <Button disabled={!isShown} onClick={() => resolve('stored')}>
            {t('conflict.takeStored')}
          </Button>
          <Button type="primary" disabled={!isShown} onClick={() => resolve('mine')}>
            {t('conflict.takeMine')}
          </Button>
        </div>
      }
    >
      <p>{t('conflict.text')}</p>
      <VersionTable rules={assignment.rules} mine={fields} stored={conflict?.stored} storedAt={t('conflict.stored')} />
    </Modal>
  );
}
