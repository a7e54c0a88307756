import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import { fileCheckQueueName, type FileCheckJob } from './queue-names.js';
import { ThrottledQueue } from './throttled-queue.js';

/** Asks for a file that has arrived to be checked. */
@Injectable()
export class FileCheckQueue extends ThrottledQueue<FileCheckJob> {
  constructor(@InjectQueue(fileCheckQueueName) queue: Queue) {
    super(queue, (fileId) => ({ name: 'check-file', data: { fileId } }));
  }
}
