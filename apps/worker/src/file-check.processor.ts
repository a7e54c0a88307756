import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { fileCheckQueueName, ViewingCopyQueue, type FileCheckJob } from '#queue';
import { FileCheckService } from '#submission';
import { jobError } from './job-error.js';

/** Looks into a file that has arrived, one at a time: the next one waits rather than the tallies. */
@Processor(fileCheckQueueName, { concurrency: 1, lockDuration: 60_000, maxStalledCount: 1 })
export class FileCheckProcessor extends WorkerHost {
  private readonly logger = new Logger('FileCheck');

  constructor(
    private readonly checks: FileCheckService,
    private readonly copies: ViewingCopyQueue,
  ) {
    super();
  }

  override async process(job: Job<FileCheckJob>): Promise<void> {
    try {
      if (await this.checks.run(job.data.fileId)) this.copies.request(job.data.fileId);
    } catch (error) {
      throw jobError(error);
    }
  }

  @OnWorkerEvent('failed')
  failed(job: Job<FileCheckJob> | undefined, error: Error): void {
    this.logger.error(`file ${job?.data.fileId ?? 'unknown'}: ${error.message}`);
  }

  @OnWorkerEvent('error')
  unreachable(error: Error): void {
    this.logger.warn(`the queue is not reachable: ${error.message}`);
  }
}
