import type { FactoryProvider, Type } from '@nestjs/common';

/** Something that may be left to do without any queue knowing of it. */
export interface PendingSource {
  readonly name: string;
  /** Keys (a stage, an edition) with work that waits in the database. */
  readonly pending: () => Promise<readonly string[]>;
  /** Asks the queue for it; never fails. */
  readonly request: (key: string) => void;
}

/** Injection token of the list of sources: one line a feature in worker.module.ts. */
export const pendingSourcesToken = Symbol('pending sources');

/** Provides the source of one feature: what its service says is pending is asked of its queue. */
export function pendingSource<S>(
  name: string,
  service: Type<S>,
  queue: Type<{ request(key: string): void }>,
  pending: (service: S) => Promise<readonly string[]>,
): FactoryProvider<PendingSource> {
  return {
    provide: `pending source ${name}`,
    useFactory: (from: S, to: { request(key: string): void }): PendingSource => ({
      name,
      pending: () => pending(from),
      request: (key) => to.request(key),
    }),
    inject: [service, queue],
  };
}
