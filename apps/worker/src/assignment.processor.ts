import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { AssignmentRunService } from '#judging';
import { assignmentQueueName, type AssignmentRunJob } from '#queue';
import { jobError } from './job-error.js';

/**
 * Plans who judges what, one plan at a time and in a thread of its own: the tallies keep the other processor. A dead
 * worker's job waits no longer than its run is silent; whose plan it is, the fence in the database decides.
 */
@Processor(assignmentQueueName, { concurrency: 1, lockDuration: 30_000, stalledInterval: 10_000, maxStalledCount: 1 })
export class AssignmentProcessor extends WorkerHost {
  private readonly logger = new Logger('Assignment');

  constructor(private readonly runs: AssignmentRunService) {
    super();
  }

  override async process(job: Job<AssignmentRunJob>): Promise<void> {
    try {
      await this.runs.run(job.data.runId);
    } catch (error) {
      throw jobError(error);
    }
  }

  @OnWorkerEvent('failed')
  failed(job: Job<AssignmentRunJob> | undefined, error: Error): void {
    this.logger.error(`run ${job?.data.runId ?? 'unknown'}: ${error.message}`);
  }

  @OnWorkerEvent('error')
  unreachable(error: Error): void {
    this.logger.warn(`the queue is not reachable: ${error.message}`);
  }
}
