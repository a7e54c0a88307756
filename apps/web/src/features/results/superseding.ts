import type { Schemas } from '../../api/client.js';

type Superseded = Pick<Schemas['PublicAwardListSummaryDto'], 'supersededBy' | 'supersededByNumber'>;

/** The version that took this one's place, if one did. */
export function supersedingOf(list: Superseded): { publicId: string; number: number } | null {
  if (list.supersededBy === null || list.supersededByNumber === null) return null;
  return { publicId: list.supersededBy, number: list.supersededByNumber };
}
