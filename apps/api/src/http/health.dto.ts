export class LivenessDto {
  /** The process answers. */
  status: 'up';
}

export class ReadinessDto {
  /** `degraded`: requests are served, but something behind them waits, such as the queue. */
  status: 'up' | 'degraded' | 'down';
  database: 'up' | 'down';
  /** Whether the schema is the one of this build. */
  schema: 'up' | 'down';
  queue: 'up' | 'down';
}
