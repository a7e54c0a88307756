import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import { landingSuggestionQueueName, type LandingSuggestionJob } from './queue-names.js';
import { ThrottledQueue } from './throttled-queue.js';

/** Asks for the landing suggestions that are pending in an edition. */
@Injectable()
export class LandingSuggestionQueue extends ThrottledQueue<LandingSuggestionJob> {
  constructor(@InjectQueue(landingSuggestionQueueName) queue: Queue) {
    super(queue, (editionId) => ({ name: 'suggest-landing', data: { editionId } }));
  }
}
