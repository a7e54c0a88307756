import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { StageRules } from '#domain/contest/stage-rules';
import { answer, api, type Schemas } from '../../api/client.js';
import { setServerTime } from '../../app/server-clock.js';
import { expectWork, giveUpWork, returnToWork } from '../autosave/left-work.js';
import { amendAnswer, readOrPrepared } from '../../device/prepared.js';
import { adoptSheet } from './kept-sheet.js';
import { heedRefusal } from './offline/forget-assignment.js';
import { forgetTaken } from './offline/forget-taken.js';
import { assignmentName, queueName } from './offline/prepared-names.js';
import { readSubmission } from './waiting-submission.js';

export type AssignmentList = Schemas['JudgeQueueDto'];
export type QueueStage = Schemas['DeskStageDto'];
export type QueueLine = Schemas['DeskAssignmentDto'];
/** The rules document is the domain's own: its shape is validated where contests are applied. */
export type Assignment = Omit<Schemas['AssignmentDto'], 'rules'> & { rules: StageRules };

async function readQueue(): Promise<AssignmentList> {
  const list = await answer(api.GET('/api/v1/my/assignments'));
  setServerTime(list.serverTime);
  // Tried again with the next answer: a failing device must not take the answer away.
  await forgetTaken(list).catch(() => undefined);
  return list;
}

export const myAssignmentsQuery = queryOptions({
  queryKey: ['my-assignments'],
  queryFn: () => readOrPrepared(queueName, readQueue),
  networkMode: 'always',
  refetchOnReconnect: true,
});

export async function readAssignment(publicId: string): Promise<Assignment> {
  const assignment = await answer(api.GET('/api/v1/assignments/{publicId}', { params: { path: { publicId } } }));
  // The document says only that it is an object; the server validated it as StageRules when the contest was applied.
  return { ...assignment, rules: assignment.rules as unknown as StageRules };
}

/** With what a closed tab of this device had left for it. */
export async function readWithWork(publicId: string): Promise<Assignment> {
  await adoptSheet(publicId);
  return readOrPrepared(assignmentName(publicId), () => readAssignment(publicId));
}

export const assignmentQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['assignment', publicId],
    queryFn: async ({ client }) => {
      expectWork(publicId);
      try {
        await returnToWork(publicId);
        return await readWithWork(publicId);
      } catch (error) {
        giveUpWork(publicId);
        await heedRefusal(client, publicId, error);
        throw error;
      }
    },
    // The open sheet belongs to the judge: it is renewed on purpose, never under the hands.
    staleTime: Infinity,
    gcTime: 0,
    networkMode: 'always',
    refetchOnReconnect: false,
  });

/** Takes over what was stored elsewhere meanwhile; all else of the open sheet stays as it is. */
export function renewStored(client: QueryClient, { publicId, draft, submitted }: Assignment): void {
  const renew = (open: Assignment): Assignment => ({ ...open, draft, submitted });
  client.setQueryData<Assignment>(['assignment', publicId], (open) => open && renew(open));
  void amendAnswer(assignmentName(publicId), renew);
}

/** The next entry that nobody touched yet: after this one, else from the top of the same queue. */
export function nextUntouched(list: AssignmentList | undefined, publicId: string): QueueLine | null {
  const stage = list?.stages.find(({ assignments }) => assignments.some((line) => line.publicId === publicId));
  if (!stage) return null;
  const lines = [...stage.assignments].sort((a, b) => a.position - b.position);
  const at = lines.findIndex((line) => line.publicId === publicId);
  const order = [...lines.slice(at + 1), ...lines.slice(0, at)];
  const open = order.filter((line) => !line.isDeclarationOwed && !readSubmission(line.publicId));
  return open.find(({ state }) => state === 'untouched') ?? open.find(({ state }) => state === 'draft') ?? null;
}
