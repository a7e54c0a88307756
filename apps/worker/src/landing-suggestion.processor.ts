import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { LandingSuggestionService } from '#landing';
import { landingSuggestionQueueName, type LandingSuggestionJob } from '#queue';

/** Computes the landing suggestions that are pending in an edition; what the job says is only where to look. */
@Processor(landingSuggestionQueueName, { concurrency: 1 })
export class LandingSuggestionProcessor extends WorkerHost {
  constructor(private readonly suggestions: LandingSuggestionService) {
    super();
  }

  async process(job: Job<LandingSuggestionJob>): Promise<void> {
    await this.suggestions.run(job.data.editionId);
  }
}
