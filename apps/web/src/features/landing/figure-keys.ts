import type { Schemas } from '../../api/client.js';

export type ContestFigures = Schemas['KeyFiguresDto']['contests'][number];

/** Order of the page: what every contest reports first. */
export const figureKeys = [
  'entries',
  'countries',
  'transformations',
  'problemsSolved',
  'technicalProblemsSolved',
  'landingIntents',
  'investmentYuan',
] as const;

export type FigureKey = (typeof figureKeys)[number];
