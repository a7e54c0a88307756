import { DomainError } from '#domain';

const full: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What the system calls an error, such as `ENOENT`; undefined where it is none of the system's. */
export function systemCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** What the system says when there is no room, as a refusal that a person can act on; anything else as it is. */
export function asStorageFault(error: unknown): unknown {
  return full.has(systemCode(error)) ? new DomainError('storage-full') : error;
}
