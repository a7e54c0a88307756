import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { analysisQueueName, type AnalysisJob } from '#queue';
import { AnalysisService } from '#scoring';
import { jobError } from './job-error.js';

/** Analyses a stage's newest run, in a thread of its own; one at a time, so that tallies keep the other processor. */
@Processor(analysisQueueName, { concurrency: 1, lockDuration: 60_000, maxStalledCount: 1 })
export class AnalysisProcessor extends WorkerHost {
  private readonly logger = new Logger('Analysis');

  constructor(private readonly analyses: AnalysisService) {
    super();
  }

  override async process(job: Job<AnalysisJob>): Promise<void> {
    try {
      await this.analyses.run(job.data.stageId);
    } catch (error) {
      throw jobError(error);
    }
  }

  @OnWorkerEvent('failed')
  failed(job: Job<AnalysisJob> | undefined, error: Error): void {
    this.logger.error(`stage ${job?.data.stageId ?? 'unknown'}: ${error.message}`);
  }

  @OnWorkerEvent('error')
  unreachable(error: Error): void {
    this.logger.warn(`the queue is not reachable: ${error.message}`);
  }
}
