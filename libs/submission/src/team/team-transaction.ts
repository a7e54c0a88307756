import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { IdempotencyService, type IdempotentRequest } from '#identity';

/** Runs an act on a team in one transaction, once for each idempotency key. */
@Injectable()
export class TeamTransaction {
  constructor(
    readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
  ) {}

  async once(request: IdempotentRequest, act: (manager: EntityManager) => Promise<void>): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await act(manager);
        return { status: 204, resultId: null };
      }),
    );
  }

  /**
   * As `once`, for an act with an answer.
   *
   * @param act gives the uuid by which the answer is known when the request comes again
   * @param replay makes the answer anew from that uuid
   */
  async answering<Answer>(
    request: IdempotentRequest,
    act: (manager: EntityManager) => Promise<{ readonly id: string; readonly answer: Answer }>,
    replay: (manager: EntityManager, id: string) => Promise<Answer>,
  ): Promise<Answer> {
    return this.dataSource.transaction(async (manager) => {
      let made: { readonly answer: Answer } | null = null;
      const { resultId } = await this.idempotency.run(manager, request, async () => {
        const { id, answer } = await act(manager);
        made = { answer };
        return { status: 201, resultId: id };
      });
      const done = made as { readonly answer: Answer } | null;
      return done === null ? replay(manager, resultId as string) : done.answer;
    });
  }
}
