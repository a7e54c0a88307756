import type { Schemas } from '../../api/client.js';

type Section = Schemas['AwardSectionDto'];

export const awardColumns = ['entryNumber', 'entryTitle', 'team', 'country', 'track', 'fieldGroup', 'score'] as const;
export type AwardColumn = (typeof awardColumns)[number];

/** The columns that say something in this section: one track for all is its heading's business, an empty column nobody's. */
export function columnsOf(section: Section): readonly AwardColumn[] {
  const items = section.tiers.flatMap((tier) => tier.items).filter(({ vacant }) => !vacant);
  const tracks = new Set(items.map(({ track }) => track?.name.zh));
  return awardColumns.filter((column) => {
    if (column === 'track') return tracks.size > 1;
    if (column === 'fieldGroup') return items.some(({ fieldGroup }) => fieldGroup !== null);
    return column !== 'score' || items.some(({ score }) => score !== null);
  });
}
