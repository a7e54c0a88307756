import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import { assignmentQueueName, type AssignmentRunJob } from './queue-names.js';
import { ThrottledQueue } from './throttled-queue.js';

/** Asks for a plan of who judges what. */
@Injectable()
export class AssignmentQueue extends ThrottledQueue<AssignmentRunJob> {
  constructor(@InjectQueue(assignmentQueueName) queue: Queue) {
    super(queue, (runId) => ({ name: 'plan-assignment', data: { runId } }));
  }
}
