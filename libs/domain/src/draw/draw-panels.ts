import { compareCodePoints } from '../identifier/compare-code-points.js';
import { drawnOrder } from './drawn-order.js';

export interface PanelMember {
  readonly id: string;
  /** Those of a group are spread over panels: the kind of a judge, the field group of an entry. */
  readonly group: string | null;
}

/**
 * Draws who sits in which panel: groups in code point order, those of none last; within a group in the order of
 * `drawnOrder(seed, 'panels', …)`; dealt out one by one to the panels in turn, on and on over all groups. So panels differ
 * by one in size and in each group.
 *
 * @param panels ids, in the order in which they are dealt to
 * @returns members of each panel in the order dealt
 * @throws RangeError without panels; for ids as `drawnOrder`.
 */
export function drawPanels(
  seed: string,
  members: readonly PanelMember[],
  panels: readonly string[],
): { readonly panel: string; readonly members: readonly string[] }[] {
  if (panels.length === 0) throw new RangeError('a draw of panels needs a panel');
  const groupOf = new Map(members.map(({ id, group }) => [id, group]));
  const order = drawnOrder(
    seed,
    'panels',
    members.map(({ id }) => id),
  );
  const groups = [...new Set(members.map(({ group }) => group))].sort(byName);
  const dealt = groups.flatMap((group) => order.filter((id) => groupOf.get(id) === group));
  return panels.map((panel, index) => ({
    ...{ panel, members: dealt.filter((_, place) => place % panels.length === index) },
  }));
}

function byName(left: string | null, right: string | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compareCodePoints(left, right);
}
