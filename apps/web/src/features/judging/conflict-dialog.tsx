import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import type { Assignment } from './assignments.js';
import { scoreField } from './sheet-fields.js';
import type { Sheet } from './use-sheet.js';

/** Both versions side by side; there is no closing it without a choice, since either could be the one that is meant. */
export function ConflictDialog({ assignment, sheet }: { assignment: Assignment; sheet: Sheet }) {
  const { t } = useTranslation('judging');
  const text = useText();
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
          {assignment.rules.rubric.criteria.map(({ key, name }) => {
            const mine = fields[scoreField(key)] || t('review.none');
            const stored = conflict?.stored[scoreField(key)] ?? t('review.none');
            return (
              <tr key={key} className={mine === stored ? undefined : 'row-differs'}>
                <th scope="row">{text(name)}</th>
                <td className="number">{mine}</td>
                <td className="number">{stored}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Modal>
  );
}
