import { holdStages } from '#contest';
import { DomainError } from '#domain';
import { LedgerService } from '#ledger';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { holdAwardLists } from './award-sources.query.js';

interface VersionState {
  id: string;
  editionId: string;
  editionSlug: string;
  number: number;
  hash: string;
  requestedBy: string | null;
  published: boolean;
  newestNumber: number;
  stageIds: string[];
  staleStages: string[];
}

/** Publishing binds a frozen version to two persons: one asks, another one publishes. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** The edition that a list belongs to. Throws `not-found`. */
  async editionOf(publicId: string): Promise<{ editionId: string }> {
    const { editionId } = await this.version(this.dataSource.manager, publicId);
    return { editionId };
  }

  /** Throws `award-list-superseded`, `award-list-stale`, `publication-already-requested`. */
  async request(manager: EntityManager, publicId: string, userId: string, occurredOn?: string): Promise<void> {
    const version = await this.lockedVersion(manager, publicId);
    this.refuseUnfit(version);
    if (version.requestedBy !== null) throw new DomainError('publication-already-requested', {});
    await manager.query('insert into publication_requests (version_id, requested_by) values ($1, $2)', [
      version.id,
      userId,
    ]);
    await this.ledger.record(manager, {
      kind: 'award-list-publication-requested',
      subject: { list: version.id, actor: userId },
      body: { hash: version.hash },
      ...(occurredOn === undefined ? {} : { occurredOn }),
    });
  }

  /** Throws `publication-not-requested`, `same-person`, `list-already-published`, `award-list-stale`. */
  async publish(manager: EntityManager, publicId: string, userId: string, occurredOn?: string): Promise<void> {
    const version = await this.lockedVersion(manager, publicId);
    this.refuseUnfit(version);
    if (version.requestedBy === null) throw new DomainError('publication-not-requested', {});
    if (version.requestedBy === userId) throw new DomainError('same-person', {});
    await manager.query(
      'insert into publications (version_id, requested_by, approved_by, occurred_on) values ($1, $2, $3, $4)',
      [version.id, version.requestedBy, userId, occurredOn ?? null],
    );
    await this.ledger.record(manager, {
      kind: 'award-list-published',
      subject: { list: version.id, requestedBy: version.requestedBy, actor: userId },
      body: { hash: version.hash },
      ...(occurredOn === undefined ? {} : { occurredOn }),
    });
  }

  private refuseUnfit(version: VersionState): void {
    if (version.published) throw new DomainError('list-already-published', {});
    if (version.newestNumber !== version.number) {
      throw new DomainError('award-list-superseded', { newest: version.newestNumber });
    }
    if (version.staleStages.length > 0) throw new DomainError('award-list-stale', { stages: version.staleStages });
  }

  private async lockedVersion(manager: EntityManager, publicId: string): Promise<VersionState> {
    const { editionId, stageIds } = await this.version(manager, publicId);
    await holdAwardLists(manager, editionId);
    await holdStages(manager, stageIds);
    return this.version(manager, publicId);
  }

  private async version(manager: EntityManager, publicId: string): Promise<VersionState> {
    const rows = await manager.query<VersionState[]>(
      `select v.id, v.edition_id as "editionId", d.slug as "editionSlug", v.number, encode(v.hash, 'hex') as hash,
              q.requested_by as "requestedBy", p.version_id is not null as published,
              (select max(n.number) from award_list_versions n where n.edition_id = v.edition_id) as "newestNumber",
              array(select r.stage_id from award_list_runs a join tally_runs r on r.id = a.run_id
                     where a.version_id = v.id) as "stageIds",
              array(select s.key from award_list_runs a
                      join tally_runs r on r.id = a.run_id join stages s on s.id = r.stage_id
                     where a.version_id = v.id
                       and (exists (select 1 from pending_tallies t where t.stage_id = s.id)
                         or not exists (select 1 from windows w where w.stage_id = s.id and w.kind = 'judging'
                                           and (w.closed_at <= clock_timestamp() or w.deadline_at < clock_timestamp()))
                         or (select n.outputs_hash <> r.outputs_hash or n.shadow = 'differs' from tally_runs n
                              where n.stage_id = s.id and n.state = 'completed' order by n.fence desc limit 1))
                     order by s.position) as "staleStages"
         from award_list_versions v
         join editions d on d.id = v.edition_id
         left join publication_requests q on q.version_id = v.id
         left join publications p on p.version_id = v.id
        where v.public_id = $1`,
      [publicId],
    );
    const version = rows[0];
    if (version === undefined) throw new DomainError('not-found', {});
    return version;
  }
}
