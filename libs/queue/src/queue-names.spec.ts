import { expect, it } from '@jest/globals';
import { queueNames } from '#database';
import * as names from './queue-names.js';

it('every queue has a sequence made for it, without which PostgreSQL takes no job', () => {
  expect(new Set<string>(queueNames)).toEqual(new Set(Object.values(names)));
});
