import type { Schemas } from '../../api/client.js';
import type { BilingualText } from '../../locales/use-text.js';

/** One contest's figures with the names of its edition, which the figures themselves do not carry. */
export type ContestFigures = Schemas['ContestFiguresDto'] & { name: BilingualText; isDemo: boolean };

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
