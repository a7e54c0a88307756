import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import type { PublicAwardList } from './award-notice.js';

type Tier = PublicAwardList['sections'][number]['tiers'][number];
type Item = Tier['items'][number];

interface AwardTierTableProps {
  tier: Tier;
  showsScores: boolean;
  showsFieldGroups: boolean;
}

export function AwardTierTable({ tier, showsScores, showsFieldGroups }: AwardTierTableProps) {
  const { t } = useTranslation('results');
  const text = useText();
  const columns = [
    'entryNumber' as const,
    'entryTitle' as const,
    'team' as const,
    'country' as const,
    'track' as const,
    ...(showsFieldGroups ? (['fieldGroup'] as const) : []),
  ];
  const name = text(tier.name);
  return (
    <div className="tier">
      <h3>
        <span
          className={tier.key.startsWith('first') || tier.key.startsWith('gold') ? 'tier-name tier-first' : 'tier-name'}
        >
          {name}
        </span>{' '}
        <span className="muted">{t('quota', { count: tier.quota })}</span>
      </h3>
      <div className="data-table-frame" tabIndex={0} role="region" aria-label={name}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('column.position')}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
              {showsScores ? (
                <th scope="col" className="number">
                  {t('column.score')}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {tier.items.map((item) => (
              <tr key={item.position}>
                <td className="number">{item.position}</td>
                {item.vacant ? (
                  <td colSpan={columns.length + (showsScores ? 1 : 0)} className="vacant">
                    {t('vacant')}
                  </td>
                ) : (
                  <ItemCells item={item} showsScores={showsScores} showsFieldGroups={showsFieldGroups} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function ItemCells({ item, showsScores, showsFieldGroups }: { item: Item } & Omit<AwardTierTableProps, 'tier'>) {
  const text = useText();
  return (
    <>
      <td className="nowrap">{item.entryNumber}</td>
      <th scope="row">{item.title}</th>
      <td>{[item.nominatingBody, item.lead].filter((part) => part !== null).join(' · ')}</td>
      <td>{text(item.country?.name)}</td>
      <td>{text(item.track?.name)}</td>
      {showsFieldGroups ? <td>{text(item.fieldGroup)}</td> : null}
      {showsScores ? <td className="number">{item.score}</td> : null}
    </>
  );
}
