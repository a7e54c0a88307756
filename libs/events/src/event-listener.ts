import { Logger } from '@nestjs/common';
import pg from 'pg';

const retryMs = 1000;

/** One LISTEN connection that comes back by itself; what was said while it was away is the caller's to fetch. */
export class EventListener {
  private readonly logger = new Logger('Events');
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly hear: (payload: string | undefined) => void,
  ) {}

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'leitai events', keepAlive: true });
    client.on('notification', ({ payload }) => this.hear(payload));
    client.on('error', (error) => this.retry(client, error));
    client.on('end', () => this.retry(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
    } catch (error) {
      this.retry(client, error);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private retry(client: pg.Client, error: unknown = null): void {
    if (this.isClosed || this.client !== client) return;
    this.client = null;
    if (error instanceof Error) this.logger.warn(`the event connection was lost: ${error.message}`);
    void client.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.open(), retryMs);
  }
}
