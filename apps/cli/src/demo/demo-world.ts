import type { INestApplicationContext, Type } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** What every part of the load works with. */
export class DemoWorld {
  constructor(
    private readonly application: INestApplicationContext,
    readonly seed: string,
    readonly report: (line: string) => void,
  ) {}

  service<T>(type: Type<T>): T {
    return this.application.get(type, { strict: false });
  }

  /** One transaction; its time is the moment of all that happens in it. */
  transaction<T>(act: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.application.get(DataSource).transaction(act);
  }

  async now(): Promise<Date> {
    const rows = await this.application.get(DataSource).query<{ now: Date }[]>('select now()');
    return (rows[0] as { now: Date }).now;
  }
}

/** The people who act in the demo; user ids. */
export interface DemoPeople {
  readonly organiser: string;
  readonly approver: string;
  readonly judge: string;
  readonly teamLead: string;
}
