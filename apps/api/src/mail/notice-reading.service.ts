import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { NoticeService } from '#mail';

/** A person's reading of its notices: once for each idempotency key. */
@Injectable()
export class NoticeReadingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly notices: NoticeService,
  ) {}

  async read(request: IdempotentRequest, publicIds: readonly string[]): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await this.notices.markRead(manager, request.userId, publicIds);
        return { status: 204, resultId: null };
      }),
    );
  }
}
