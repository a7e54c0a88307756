import { LeftOutlined, RightOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Assignment } from './assignments.js';
import { SaveState } from './save-state.js';
import type { Sheet } from './use-sheet.js';
import './sheet-bar.css';

interface SheetBarProps {
  assignment: Assignment;
  sheet: Sheet;
  buttonRef: Ref<HTMLButtonElement>;
  onUndo: () => void;
  /** Null: there is nothing to submit now. */
  onReview: (() => void) | null;
  onHelp: () => void;
}

/** Always in sight: the running total, where the scores are, and the way on. */
export function SheetBar({ assignment, sheet, buttonRef, onUndo, onReview, onHelp }: SheetBarProps) {
  const { t } = useTranslation('judging');
  const { total } = sheet;
  const { previous, next, submitted, window: judging } = assignment;
  return (
    <div className="sheet-bar">
      <div className="sheet-standing">
        <p className="sheet-total">
          <span className="sheet-total-number">{total.total}</span>{' '}
          <span className="muted">{t('outOf', { maximum: total.maximum })}</span>
          <span className="muted sheet-scored">{t('scored', { scored: total.scored, of: total.of })}</span>
        </p>
        <div className="sheet-state" aria-live="polite">
          <SaveState assignment={assignment} sheet={sheet} />
        </div>
      </div>
      <div className="sheet-acts">
        <button type="button" className="quiet-button sheet-help" onClick={onHelp}>
          {t('shortcuts.open')}
        </button>
        {judging.isOpen ? (
          <button
            type="button"
            className="quiet-button sheet-undo"
            aria-label={t('undo')}
            title={t('undo')}
            disabled={!sheet.changes.canUndo}
            onClick={onUndo}
          >
            <UndoOutlined aria-hidden="true" />
          </button>
        ) : null}
        {previous ? (
          <Link className="quiet-button sheet-step" to={`/judging/${previous}`}>
            <LeftOutlined aria-hidden="true" />
            <span className="sheet-step-word">{t('previous')}</span>
          </Link>
        ) : null}
        {next ? (
          <Link className="quiet-button sheet-step" to={`/judging/${next}`}>
            <RightOutlined aria-hidden="true" />
            <span className="sheet-step-word">{t('next')}</span>
          </Link>
        ) : null}
        {judging.isOpen ? (
          <Button ref={buttonRef} type="primary" onClick={() => onReview?.()} disabled={onReview === null}>
            {t(submitted ? 'reviseAndSubmit' : 'reviewAndSubmit')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
