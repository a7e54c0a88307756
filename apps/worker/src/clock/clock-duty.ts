import type { FactoryProvider, Type } from '@nestjs/common';

/** Something that is done by time, again and again, whichever worker does it. */
export interface ClockDuty {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/** Injection token of the list of duties: one line each in worker.module.ts. */
export const clockDutiesToken = Symbol('clock duties');

export function clockDuty<S>(
  name: string,
  service: Type<S>,
  run: (service: S) => Promise<unknown>,
): FactoryProvider<ClockDuty> {
  return {
    provide: `clock duty ${name}`,
    useFactory: (from: S): ClockDuty => ({ name, run: () => run(from) }),
    inject: [service],
  };
}
