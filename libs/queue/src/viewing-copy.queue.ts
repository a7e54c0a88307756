import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import { viewingCopyQueueName, type ViewingCopyJob } from './queue-names.js';
import { ThrottledQueue } from './throttled-queue.js';

/** Asks for the viewing copy of a file that is ready. */
@Injectable()
export class ViewingCopyQueue extends ThrottledQueue<ViewingCopyJob> {
  constructor(@InjectQueue(viewingCopyQueueName) queue: Queue) {
    super(queue, (fileId) => ({ name: 'render-file', data: { fileId } }));
  }
}
