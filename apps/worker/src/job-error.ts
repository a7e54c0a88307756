import { UnrecoverableError } from 'bullmq';
import { DomainError } from '#domain';

/** A refusal by a rule will be the same next time: the job is not tried again. Anything else may pass. */
export function jobError(error: unknown): Error {
  if (error instanceof DomainError) return new UnrecoverableError(error.message);
  return error instanceof Error ? error : new Error(String(error));
}
