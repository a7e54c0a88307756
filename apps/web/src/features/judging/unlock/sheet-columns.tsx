import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../ui/data-table.js';
import { StateMark, type Tone } from '../../../ui/state-mark.js';
import { useFocusAfter } from '../../../ui/use-focus-after.js';

interface OfSheet {
  readonly entryNumber: number;
  readonly entryTitle: string;
  readonly judge: string | null;
}

/** Whose sheet of which entry a row is about: one cell on the page, two in a file. */
export function useSheetColumns<Row extends OfSheet>(): Column<Row>[] {
  const { t } = useTranslation('judging');
  const judgeOf = ({ judge }: Row) => judge ?? t('wall.nameless');
  const entryOf = ({ entryNumber, entryTitle }: Row) => `${entryNumber} · ${entryTitle}`;
  return [
    {
      ...{ key: 'entry', header: t('unlock.entry'), cell: entryOf, isRowHeader: true },
      show: (row) => (
        <>
          {entryOf(row)}
          <div className="muted unlock-judge">{judgeOf(row)}</div>
        </>
      ),
    },
    { key: 'judge', header: t('unlock.judge'), cell: judgeOf, isCsvOnly: true },
  ];
}

interface SheetStateProps {
  label: string;
  tone: Tone;
  state: string;
  /** A dialog is, or was, about this row. */
  isAsked: boolean;
  children: ReactNode;
}

/** How far a row is; the buttons of its acts go with them, and the focus then stays with what came of it. */
export function SheetState({ label, tone, state, isAsked, children }: SheetStateProps) {
  const cell = useFocusAfter<HTMLDivElement>(isAsked);
  return (
    <div ref={cell} tabIndex={-1} role="group" aria-label={label}>
      <StateMark tone={tone}>{state}</StateMark>
      {children}
    </div>
  );
}
