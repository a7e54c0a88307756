export { LandingSuggestionQueue } from './landing-suggestion.queue.js';
export { chooseBackend, type QueueSettings } from './queue-backend.js';
export { QueueModule } from './queue.module.js';
export { landingSuggestionQueueName, tallyQueueName, type LandingSuggestionJob, type TallyJob } from './queue-names.js';
export { TallyQueue } from './tally.queue.js';
