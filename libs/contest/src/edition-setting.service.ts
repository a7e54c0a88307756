import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, hashJson } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';

export type EditionSettingName = 'eligibility' | 'reminders' | 'due-diligence' | 'conflicts';

export interface StandingDocument<Document> {
  readonly editionId: string;
  /** 0 where the edition has set nothing. */
  readonly version: number;
  /** Null where the edition has set nothing. */
  readonly document: Document | null;
}

/** What editions set instead of the platform's own: every version is kept, and the ledger is told of each. */
@Injectable()
export class EditionSettingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * The document as `save` was given it.
   *
   * @throws DomainError `not-found` for an unknown edition
   */
  async read<Document>(
    slug: string,
    name: EditionSettingName,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StandingDocument<Document>> {
    const [row] = await manager.query<StandingDocument<Document>[]>(
      `select e.id as "editionId", coalesce(s.version, 0) as version, s.document from editions e
       left join edition_settings s on s.edition_id = e.id and s.name = $2
       where e.slug = $1 order by s.version desc limit 1`,
      [slug, name],
    );
    if (!row) throw new DomainError('not-found', { edition: slug });
    return row;
  }

  /**
   * @param document rules without personal data, as JSON
   * @param seen version that this one is made from; 0 for the first
   * @returns the version that stands now
   * @throws DomainError `not-found`, `revision-stale` with the stored version
   */
  async save(
    request: IdempotentRequest,
    slug: string,
    name: EditionSettingName,
    { document, seen }: { readonly document: unknown; readonly seen: number },
  ): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      await this.idempotency.run(manager, request, async () => {
        const before = await this.read(slug, name, manager);
        const id = uuidv7();
        const version = seen + 1;
        // Of two who save at once the second waits for the key here, and finds the version taken.
        const added =
          before.version === seen
            ? await insert(manager, { ...before, ...{ id, name, version, document, by: request.userId } })
            : 0;
        if (added === 0) {
          throw new DomainError('revision-stale', { stored: (await this.read(slug, name, manager)).version });
        }
        await this.ledger.record(manager, {
          kind: 'edition-setting-set',
          subject: { edition: before.editionId, setting: id },
          body: {
            ...{ actor: request.userId, name, version, after: hashJson(document) },
            before: before.document === null ? null : hashJson(before.document),
          },
        });
        return { status: 200, resultId: id };
      });
      return (await this.read(slug, name, manager)).version;
    });
  }
}

interface NewVersion {
  readonly id: string;
  readonly editionId: string;
  readonly name: EditionSettingName;
  readonly version: number;
  readonly document: unknown;
  readonly by: string;
}

/** @returns 1, or 0 where the version stands already */
async function insert(manager: EntityManager, { id, editionId, name, ...made }: NewVersion): Promise<number> {
  const rows = await manager.query<unknown[]>(
    `insert into edition_settings (id, edition_id, name, version, document, set_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (edition_id, name, version) do nothing returning id`,
    [id, editionId, name, made.version, JSON.stringify(made.document), made.by],
  );
  return rows.length;
}
