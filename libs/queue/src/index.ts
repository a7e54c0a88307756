export { AnalysisQueue } from './analysis.queue.js';
export { LandingSuggestionQueue } from './landing-suggestion.queue.js';
export { chooseBackend, type QueueSettings } from './queue-backend.js';
export { QueueModule } from './queue.module.js';
export {
  analysisQueueName,
  landingSuggestionQueueName,
  tallyQueueName,
  type AnalysisJob,
  type LandingSuggestionJob,
  type TallyJob,
} from './queue-names.js';
export { TallyQueue } from './tally.queue.js';
