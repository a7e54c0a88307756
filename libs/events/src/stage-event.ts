/** The PostgreSQL channel on which workers tell every api process that something can be fetched anew. */
export const eventChannel = 'leitai_events';

/** A stage's tally was completed, or sheets of it have come. Carries no data of the stage: whoever hears it fetches, and is authorised then. */
export interface StageEvent {
  readonly topic: 'stage';
  readonly stageId: string;
  /** Of the run; null where sheets have come and nothing is tallied yet. */
  readonly fence: number | null;
  /** Database time of the run's end, or of the news, in milliseconds: the id of the server-sent event, the same on every api process. */
  readonly at: number;
}

/** Reads a notification; anything that is not one of ours is null. */
export function readStageEvent(payload: string | undefined): StageEvent | null {
  let value: unknown;
  try {
    value = JSON.parse(payload ?? '');
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { topic, stageId, fence, at } = value as Record<string, unknown>;
  if (topic !== 'stage' || typeof stageId !== 'string' || typeof at !== 'number') return null;
  if (fence !== null && typeof fence !== 'number') return null;
  return { topic, stageId, fence, at };
}
