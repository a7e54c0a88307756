import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { assertSchemaCurrent } from '#database';
import { TallyQueue } from '#queue';
import { ReadinessDto } from './health.dto.js';

const upOrDown = (check: Promise<unknown>): Promise<'up' | 'down'> =>
  check.then(
    () => 'up' as const,
    () => 'down' as const,
  );

@Injectable()
export class HealthService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: TallyQueue,
  ) {}

  async readiness(): Promise<ReadinessDto> {
    const database = await upOrDown(this.dataSource.query('select 1'));
    const schema = await upOrDown(
      assertSchemaCurrent((sql, parameters) => this.dataSource.query<Record<string, unknown>[]>(sql, parameters)),
    );
    // Without the queue sheets are still taken: the workers' clock finds what no job told of.
    const queue = (await this.queue.isReachable()) ? 'up' : 'down';
    const served = database === 'up' && schema === 'up';
    return { status: served ? (queue === 'up' ? 'up' : 'degraded') : 'down', database, schema, queue };
  }
}
