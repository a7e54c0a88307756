import type { FactoryProvider, Type } from '@nestjs/common';

/** Something that is done by time, again and again, whichever worker does it. */
export interface ClockDuty {
  readonly name: string;
  /** @param isStopping whether the worker is being told to end: what takes long then leaves the rest for later */
  readonly run: (isStopping: () => boolean) => Promise<unknown>;
}

/** Injection token of the list of duties: one line each in worker.module.ts. */
export const clockDutiesToken = Symbol('clock duties');

export function clockDuty<S>(
  name: string,
  service: Type<S>,
  run: (service: S, isStopping: () => boolean) => Promise<unknown>,
): FactoryProvider<ClockDuty> {
  return {
    provide: `clock duty ${name}`,
    useFactory: (from: S): ClockDuty => ({ name, run: (isStopping) => run(from, isStopping) }),
    inject: [service],
  };
}
