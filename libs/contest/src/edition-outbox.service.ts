import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { OutboxService, type MessageAct, type MessageDetail, type MessageFilter, type MessagePage } from '#mail';

const kinds = { hold: 'message-held', release: 'message-released', resend: 'message-resent' } as const;

/** The outbox of an edition as its office uses it: each read and each act is a ledger event, each act happens once. */
@Injectable()
export class EditionOutboxService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly outbox: OutboxService,
    private readonly ledger: LedgerService,
  ) {}

  /** @throws DomainError `not-found` for an unknown edition */
  async page(slug: string, filter: MessageFilter, readerId: string): Promise<MessagePage> {
    return this.dataSource.transaction(async (manager) => {
      const edition = await editionOf(manager, slug);
      const page = await this.outbox.page(manager, { editionId: edition, readerId }, filter);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: readerId, edition },
        // What was looked for may be a name or an address: the ledger is told only that something was.
        body: { what: 'messages', isSearch: (filter.q ?? '').trim() !== '', rows: page.messages.length },
      });
      return page;
    });
  }

  /** @throws DomainError `not-found` */
  async detail(slug: string, publicId: string, readerId: string): Promise<MessageDetail> {
    return this.dataSource.transaction(async (manager) => {
      const edition = await editionOf(manager, slug);
      const detail = await this.outbox.detail(manager, { editionId: edition, readerId }, publicId);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: readerId, edition },
        body: { what: 'message', message: publicId },
      });
      return detail;
    });
  }

  /** @throws DomainError `not-found`, `message-not-ready` */
  async act(request: IdempotentRequest, slug: string, publicId: string, act: MessageAct): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const edition = await editionOf(manager, slug);
        const message = await this.outbox.act(manager, { editionId: edition, readerId: request.userId }, publicId, act);
        await this.ledger.record(manager, {
          kind: kinds[act],
          subject: { edition, message },
          body: { actor: request.userId },
        });
        return { status: 204, resultId: null };
      }),
    );
  }
}

async function editionOf(manager: EntityManager, slug: string): Promise<string> {
  const rows = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
  if (!rows[0]) throw new DomainError('not-found', { edition: slug });
  return rows[0].id;
}
