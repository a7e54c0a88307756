import type { Analysis } from './analysis-types.js';

/** Parts of the page, in their order; each has an address of its own. */
export const analysisViews = [
  'lines',
  'methods',
  'scores',
  'judges',
  'sensitivity',
  'heat-map',
  'coverage',
  'gaps',
  'scale-use',
] as const;
export type AnalysisViewKey = (typeof analysisViews)[number];

/** What of it can be seen now. */
export function openViews({ sections }: Pick<Analysis, 'sections'>): AnalysisViewKey[] {
  const open: readonly string[] = sections;
  const isSection = (view: string) => view === 'coverage' || view === 'gaps' || view === 'scale-use';
  return analysisViews.filter((view) => open.includes(isSection(view) ? view : 'closed'));
}
