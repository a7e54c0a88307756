import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { assertSchemaCurrent } from '#database';
import { ReadinessDto } from './health.dto.js';

const upOrDown = (check: Promise<unknown>): Promise<'up' | 'down'> =>
  check.then(
    () => 'up' as const,
    () => 'down' as const,
  );

@Injectable()
export class HealthService {
  constructor(private readonly dataSource: DataSource) {}

  async readiness(): Promise<ReadinessDto> {
    const database = await upOrDown(this.dataSource.query('select 1'));
    const schema = await upOrDown(
      assertSchemaCurrent((sql, parameters) => this.dataSource.query<Record<string, unknown>[]>(sql, parameters)),
    );
    const queue = 'up' as const;
    const served = database === 'up' && schema === 'up';
    return { status: served ? 'up' : 'down', database, schema, queue };
  }
}
