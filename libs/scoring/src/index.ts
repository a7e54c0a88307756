export { PendingTallyService } from './pending-tally.service.js';
export { ScoringModule } from './scoring.module.js';
export { StageEventService } from './stage-event.service.js';
export { TallyFailpointModule } from './tally-failpoint.module.js';
export { tallyPoints, type TallyFailpoint, type TallyPoint } from './tally-failpoint.js';
export { TallyQueryService, type RankingPage, type RankingRow, type RunView } from './tally-query.service.js';
export { TallyService, type TallyOutcome } from './tally.service.js';
