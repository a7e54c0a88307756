import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import { Job } from 'bullmq';
import { DomainError } from '#domain';
import { AnalysisQueue, TallyQueue, tallyQueueName, type TallyJob } from '#queue';
import { PendingTallyService, TallyService } from '#scoring';
import { jobError } from './job-error.js';
import { TallyPace } from './tally-pace.js';

// A job of a dead worker is free again within the time after which its run counts as dead.
@Processor(tallyQueueName, { concurrency: 2, lockDuration: 15_000, stalledInterval: 10_000, maxStalledCount: 3 })
export class TallyProcessor extends WorkerHost {
  private readonly logger = new Logger('Tally');
  private readonly pace = new TallyPace();

  constructor(
    private readonly tallies: TallyService,
    private readonly pending: PendingTallyService,
    private readonly queue: TallyQueue,
    private readonly analyses: AnalysisQueue,
  ) {
    super();
  }

  override async process(job: Job<TallyJob>): Promise<void> {
    const { stageId } = job.data;
    try {
      const outcome = await this.pace.run(stageId, () => this.tallies.run(stageId));
      if (outcome.state !== 'completed') return;
      this.analyses.request(stageId);
      for (const dependent of outcome.dependents) this.queue.request(dependent);
      if ((await this.pending.count(stageId)) > 0) this.queue.request(stageId);
    } catch (error) {
      // Another worker took over and computes it.
      if (error instanceof DomainError && error.code === 'tally-fenced') return this.logger.warn(error.message);
      throw jobError(error);
    }
  }

  @OnWorkerEvent('failed')
  failed(job: Job<TallyJob> | undefined, error: Error): void {
    this.logger.error(`stage ${job?.data.stageId ?? 'unknown'}: ${error.message}`);
  }

  @OnWorkerEvent('error')
  unreachable(error: Error): void {
    this.logger.warn(`the queue is not reachable: ${error.message}`);
  }
}
