import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import { analysisQueueName, type AnalysisJob } from './queue-names.js';
import { ThrottledQueue } from './throttled-queue.js';

/** Milliseconds for which a job waits, so that one analysis serves many runs of a busy stage. */
const restMs = 3000;

/** Asks for a stage's newest run to be analysed. */
@Injectable()
export class AnalysisQueue extends ThrottledQueue<AnalysisJob> {
  constructor(@InjectQueue(analysisQueueName) queue: Queue) {
    super(queue, (stageId) => ({ name: 'analyse-stage', data: { stageId } }), { delay: restMs });
  }
}
