import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, type StageRules } from '#domain';

export interface RulesVersion {
  readonly id: string;
  readonly stageId: string;
  readonly number: number;
  readonly rules: StageRules;
  /** 64 hex digits. */
  readonly hash: string;
  /** Ids of the criteria rows by criterion key. */
  readonly criterionIds: ReadonlyMap<string, string>;
}

interface VersionRow {
  readonly id: string;
  readonly stage_id: string;
  readonly number: number;
  readonly document: StageRules;
  readonly hash: string;
  readonly criteria: Readonly<Record<string, string>>;
}

/** Versions kept in memory; one of GOE's is 6 kB. */
const cacheLimit = 500;

/** The rules of stages. A version never changes, so its document is kept; which one is in force is asked every time. */
@Injectable()
export class RulesService {
  private readonly byId = new Map<string, RulesVersion>();

  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError `not-found` where the stage has no rules. */
  async current(stageId: string, manager: EntityManager = this.dataSource.manager): Promise<RulesVersion> {
    const rows = await manager.query<{ id: string }[]>(
      `select id from rules_versions where stage_id = $1 order by number desc limit 1`,
      [stageId],
    );
    if (!rows[0]) throw new DomainError('not-found', { stage: stageId });
    return this.version(rows[0].id, manager);
  }

  /** @throws DomainError `not-found` */
  async version(id: string, manager: EntityManager = this.dataSource.manager): Promise<RulesVersion> {
    const cached = this.byId.get(id);
    if (cached) return cached;
    const rows = await manager.query<VersionRow[]>(
      `select v.id, v.stage_id, v.number, v.document, encode(v.hash, 'hex') as hash,
         (select jsonb_object_agg(c.key, c.id) from criteria c where c.rules_version_id = v.id) as criteria
       from rules_versions v where v.id = $1`,
      [id],
    );
    if (!rows[0]) throw new DomainError('not-found', { rulesVersion: id });
    const { stage_id: stageId, number, document: rules, hash, criteria } = rows[0];
    const version = { id, stageId, number, rules, hash, criterionIds: new Map(Object.entries(criteria)) };
    if (this.byId.size >= cacheLimit) this.byId.clear();
    this.byId.set(id, version);
    return version;
  }
}
