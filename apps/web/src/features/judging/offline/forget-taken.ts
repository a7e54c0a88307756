import type { Schemas } from '../../../api/client.js';
import { forgetPrepared, preparedNames } from '../../../device/prepared.js';
import { assignmentName, ofAssignment, queueName, stageName } from './prepared-names.js';
import { keepPreparedWhere } from './prepared-stage.js';

/** What is prepared of entries that the judge has no more, and of stages whose judging is over, leaves the device. */
export async function forgetTaken({ stages }: Schemas['JudgeQueueDto']): Promise<void> {
  if (!(await preparedNames('answers', queueName)).length) return;
  const open = stages.filter(({ window }) => window.isOpen);
  const lines = stages.flatMap((stage) =>
    stage.assignments.filter(({ isUnlocked }) => stage.window.isOpen || isUnlocked),
  );
  const held = new Set(lines.map(({ publicId }) => ofAssignment(publicId)));
  await keepPreparedWhere((publicId) => held.has(ofAssignment(publicId)));
  for (const name of await preparedNames('answers')) {
    const assignment = name.slice(0, name.indexOf('/') + 1);
    if (name.endsWith(assignmentName('')) && !held.has(assignment)) await forgetPrepared(assignment);
  }
  const names = new Set(open.map(({ edition, stage }) => stageName(edition.slug, stage.key)));
  for (const name of await preparedNames('answers', 'stage/')) if (!names.has(name)) await forgetPrepared(name);
}
