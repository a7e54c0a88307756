import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assignment } from './assignments.js';
import { shownIn, useFieldNames } from './use-field-names.js';
import type { Sheet } from './use-sheet.js';

/** Both versions side by side; there is no closing it without a choice, since either could be the one that is meant. */
export function ConflictDialog({ assignment, sheet }: { assignment: Assignment; sheet: Sheet }) {
  const { t } = useTranslation('judging');
  const names = useFieldNames(assignment.rules);
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
      <table>
        <thead>
          <tr>
            <th scope="col">{t('conflict.criterion')}</th>
            <th scope="col" className="number">
              {t('conflict.mine')}
            </th>
            <th scope="col" className="number">
              {t('conflict.stored')}
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ path, name, isText }) => {
            const mine = shownIn(fields, path) || t('review.none');
            const stored = shownIn(conflict?.stored, path) || t('review.none');
            return (
              <tr key={path} className={mine === stored ? undefined : 'row-differs'}>
                <th scope="row">{name}</th>
                <td className={isText ? 'said' : 'number'}>{mine}</td>
                <td className={isText ? 'said' : 'number'}>{stored}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Modal>
  );
}
