import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { viewingCopyQueueName, type ViewingCopyJob } from '#queue';
import { ViewingCopyService } from '#submission';
import { jobError } from './job-error.js';

/** Renders the viewing copy of a file, one at a time: the next one waits rather than the tallies. */
@Processor(viewingCopyQueueName, { concurrency: 1, lockDuration: 60_000, maxStalledCount: 1 })
export class ViewingCopyProcessor extends WorkerHost {
  private readonly logger = new Logger('ViewingCopy');

  constructor(private readonly copies: ViewingCopyService) {
    super();
  }

  override async process(job: Job<ViewingCopyJob>): Promise<void> {
    try {
      await this.copies.run(job.data.fileId);
    } catch (error) {
      throw jobError(error);
    }
  }

  @OnWorkerEvent('failed')
  failed(job: Job<ViewingCopyJob> | undefined, error: Error): void {
    this.logger.error(`file ${job?.data.fileId ?? 'unknown'}: ${error.message}`);
  }

  @OnWorkerEvent('error')
  unreachable(error: Error): void {
    this.logger.warn(`the queue is not reachable: ${error.message}`);
  }
}
