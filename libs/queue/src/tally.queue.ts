import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { tallyQueueName, type TallyJob } from './queue-names.js';
import { ThrottledQueue } from './throttled-queue.js';

/** Asks for a stage to be tallied: first durably, in the act's transaction, then quickly, after its commit. */
@Injectable()
export class TallyQueue extends ThrottledQueue<TallyJob> {
  constructor(@InjectQueue(tallyQueueName) queue: Queue) {
    super(queue, (stageId) => ({ name: 'tally-stage', data: { stageId } }));
  }

  /** Leaves a row that only a run which saw it deletes; the workers' clock finds it whatever becomes of the queue. */
  async mark(manager: EntityManager, stageIds: readonly string[]): Promise<void> {
    if (stageIds.length === 0) return;
    await manager.query('insert into pending_tallies (id, stage_id) select * from unnest($1::uuid[], $2::uuid[])', [
      stageIds.map(() => uuidv7()),
      stageIds,
    ]);
  }
}
