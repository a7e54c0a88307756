import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule } from '@nestjs/common';
import { AnalysisQueue } from './analysis.queue.js';
import { AssignmentQueue } from './assignment.queue.js';
import { FileCheckQueue } from './file-check.queue.js';
import { LandingSuggestionQueue } from './landing-suggestion.queue.js';
import { chooseBackend, type QueueSettings } from './queue-backend.js';
import {
  analysisQueueName,
  assignmentQueueName,
  fileCheckQueueName,
  landingSuggestionQueueName,
  tallyQueueName,
  viewingCopyQueueName,
} from './queue-names.js';
import { TallyQueue } from './tally.queue.js';
import { ViewingCopyQueue } from './viewing-copy.queue.js';

const queues = [AnalysisQueue, AssignmentQueue, FileCheckQueue, LandingSuggestionQueue, TallyQueue, ViewingCopyQueue];

@Module({})
export class QueueModule {
  /** Global: every feature may ask for work. The backend is chosen here, before any queue of the process is made. */
  static forRoot(settings: QueueSettings): DynamicModule {
    const { connection, prefix } = chooseBackend(settings);
    return {
      module: QueueModule,
      global: true,
      imports: [
        BullModule.forRoot({ connection, ...(prefix === undefined ? {} : { prefix }) }),
        BullModule.registerQueue(
          { name: tallyQueueName },
          { name: analysisQueueName },
          { name: landingSuggestionQueueName },
          { name: fileCheckQueueName },
          { name: viewingCopyQueueName },
          { name: assignmentQueueName },
        ),
      ],
      providers: queues,
      exports: queues,
    };
  }
}
