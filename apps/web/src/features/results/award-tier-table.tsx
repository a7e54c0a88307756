import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useText } from '../../locales/use-text.js';
import type { AwardColumn } from './award-columns.js';

type Tier = Schemas['AwardTierDto'];
type Item = Schemas['AwardItemDto'];

interface AwardTierTableProps {
  tier: Tier;
  columns: readonly AwardColumn[];
}

const firstPrizes = new Set(['gold', 'first']);

/**
 * One tier of the notice. On narrow screens each row becomes a small card; the roles keep it a table for screen
 * readers, since changing `display` takes the native ones away.
 */
export function AwardTierTable({ tier, columns }: AwardTierTableProps) {
  const { t } = useTranslation('results');
  const text = useText();
  const name = text(tier.name);
  return (
    <div className="tier">
      <h3>
        <span className={firstPrizes.has(tier.key) ? 'tier-first' : undefined}>{name}</span>{' '}
        <span className="muted">{t('quota', { count: tier.quota })}</span>
      </h3>
      <table role="table" aria-label={name} className="tier-table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="number tier-column-position">
              {t('column.position')}
            </th>
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col" className={columnClass(column)}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {tier.items.map((item) => (
            <tr role="row" key={item.position}>
              <td role="cell" className="number tier-position">
                {item.position}
              </td>
              {item.vacant ? (
                <td role="cell" colSpan={columns.length} className="vacant">
                  {t('vacant')}
                </td>
              ) : (
                columns.map((column) => <AwardCell key={column} item={item} column={column} />)
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function columnClass(column: AwardColumn): string {
  return column === 'score' ? 'number tier-column-score' : `tier-column-${column}`;
}

function AwardCell({ item, column }: { item: Item; column: AwardColumn }) {
  const { t } = useTranslation('results');
  const text = useText();
  const shown: Record<AwardColumn, string> = {
    entryNumber: String(item.entryNumber ?? ''),
    entryTitle: item.title ?? '',
    team: [item.nominatingBody, item.lead].filter((part) => part !== null).join(' · '),
    country: text(item.country?.name),
    track: text(item.track?.name),
    fieldGroup: text(item.fieldGroup),
    score: item.score ?? '',
  };
  if (column === 'entryTitle') {
    return (
      <th role="rowheader" scope="row" className="tier-title">
        {shown.entryTitle}
      </th>
    );
  }
  return (
    <td role="cell" data-label={t(`column.${column}`)} className={columnClass(column)}>
      {shown[column]}
    </td>
  );
}
