import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cellReference } from '#domain/score-file/cell-reference';
import { headerText, type ColumnRole } from '#domain/score-file/column-role';
import type { FileColumn, ScoreFileHead, ScoreGrid } from '#domain/score-file/score-file';
import { rolesOfLayout, withRole, type Layout, type SheetChoice } from './check-sheet.js';
import { Choice } from '../../ui/choice.js';

/** Columns shown for their roles; a stray cell far to the right must not fill the page with lists. */
const shownColumns = 60;
const shownRows = 3;

interface ColumnRolesProps {
  grid: ScoreGrid;
  head: ScoreFileHead;
  choice: SheetChoice;
  /** Open from the start where the sheet was not understood; then it stays as the person leaves it. */
  isOpenFirst: boolean;
  onChange: (choice: SheetChoice) => void;
}

/** What each column of the sheet was taken for, to be set right in its header. */
export function ColumnRoles({ grid, head, choice, isOpenFirst, onChange }: ColumnRolesProps) {
  const { t } = useTranslation('recheck');
  const [isOpen, setOpen] = useState(isOpenFirst);
  const named = head.columns.filter(({ header, role }) => header.trim() !== '' || role !== 'other');
  const columns = named.slice(0, shownColumns);
  const layouts = ['auto', 'wide', 'long'] as const;
  return (
    <details className="column-roles" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="column-roles-heading">{t('columns.heading')}</span>{' '}
        <span className="muted">{t('columns.hint')}</span>
      </summary>
      <Choice
        label={t('columns.layout')}
        value={choice.layout ?? 'auto'}
        options={layouts.map((value) => ({ value, text: t(`columns.layouts.${value}`) }))}
        onChange={(value) => onChange({ layout: value === 'auto' ? null : value, roles: new Map() })}
      />
      <div className="data-table-frame" tabIndex={0} role="region" aria-label={t('columns.caption')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('columns.row')}</th>
              {columns.map((column) => (
                <th key={column.column} scope="col">
                  <RoleSelect
                    column={column}
                    layout={head.layout}
                    onChange={(role) => onChange(withRole(choice, column.column, role, isSingle(role, head.layout)))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.slice(head.headerRow, head.headerRow + shownRows).map((cells, index) => (
              <tr key={index}>
                <td className="muted">{head.headerRow + 1 + index}</td>
                {columns.map(({ column }) => (
                  <td key={column}>{cells[column - 1] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {named.length > shownColumns ? (
        <p className="muted">{t('columns.more', { count: named.length - shownColumns })}</p>
      ) : null}
    </details>
  );
}

function isSingle(role: ColumnRole, layout: Layout): boolean {
  return role !== 'other' && (role !== 'judge' || layout === 'long');
}

interface RoleSelectProps {
  column: FileColumn;
  layout: Layout;
  onChange: (role: ColumnRole) => void;
}

function RoleSelect({ column, layout, onChange }: RoleSelectProps) {
  const { t } = useTranslation('recheck');
  const letters = cellReference(null, column.column);
  const header = headerText(column.header) || t('columns.unnamed');
  return (
    <label className="choice column-role">
      <span className="column-role-name">
        <span className="muted">{letters}</span> {header}
      </span>
      <select
        value={column.role}
        className={column.role === 'other' ? 'column-role-other' : undefined}
        aria-label={t('columns.roleOf', { column: letters, header })}
        onChange={(event) => onChange(event.target.value as ColumnRole)}
      >
        {rolesOfLayout[layout].map((role) => (
          <option key={role} value={role}>
            {t(`columns.role.${role}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
