export { AnalysisQueue } from './analysis.queue.js';
export { AssignmentQueue } from './assignment.queue.js';
export { FileCheckQueue } from './file-check.queue.js';
export { LandingSuggestionQueue } from './landing-suggestion.queue.js';
export { chooseBackend, type QueueSettings } from './queue-backend.js';
export { QueueModule } from './queue.module.js';
export {
  analysisQueueName,
  assignmentQueueName,
  fileCheckQueueName,
  landingSuggestionQueueName,
  tallyQueueName,
  viewingCopyQueueName,
  type AnalysisJob,
  type AssignmentRunJob,
  type FileCheckJob,
  type LandingSuggestionJob,
  type TallyJob,
  type ViewingCopyJob,
} from './queue-names.js';
export { TallyQueue } from './tally.queue.js';
export { ViewingCopyQueue } from './viewing-copy.queue.js';
