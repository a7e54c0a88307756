export { EntryActService, type EntryForm } from './entry-act.service.js';
export { keyFigureDefinitions, type KeyFigureDefinition } from './key-figure-definitions.js';
export { KeyFiguresService, type ContestFigures, type KeyFigures } from './key-figures.service.js';
export {
  LandingConfirmationService,
  type EntryConfirmation,
  type LandingConfirmation,
} from './landing-confirmation.service.js';
export { landingWays, type LandingDeclaration, type LandingWay } from './landing-declaration.js';
export { LandingIntentService, type EntryDeclaration } from './landing-intent.service.js';
export { LandingQueryService, type LandingPage, type LandingRow } from './landing-query.service.js';
export { LandingSuggestionService } from './landing-suggestion.service.js';
export { LandingModule } from './landing.module.js';
export { ProblemAcceptanceService, type ProblemAcceptance } from './problem-acceptance.service.js';
export { TechnicalProblemService, type TechnicalProblemSolution } from './technical-problem.service.js';
export { TransformationService, type Transformation } from './transformation.service.js';
