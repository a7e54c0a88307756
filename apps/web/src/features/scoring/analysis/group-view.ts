import type { AnalysisPlace } from './use-analysis-place.js';
import type { Entries, Group } from './analysis-types.js';

/** What every part of the page is given. */
export interface GroupView {
  readonly stageId: string;
  readonly group: Group;
  readonly entries: Entries;
  readonly place: AnalysisPlace;
  /** Lowest and highest total that a sheet can have; null where it is not known. */
  readonly scale: readonly [number, number] | null;
}

/** Places after which lines fall, each once. */
export function linePlaces({ lines }: Pick<Group, 'lines'>): number[] {
  return [...new Set(lines.map(({ after }) => after))].sort((left, right) => left - right);
}

/** Name of a CSV file. */
export function csvName({ stageId, group }: Pick<GroupView, 'stageId' | 'group'>, part: string): string {
  return ['analysis', part, group.group, stageId].filter((one) => one !== '').join('-');
}
