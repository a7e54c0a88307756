import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { defaultForm, DomainError, type FieldProblem, type FormDefinition, hashJson, validateForm } from '#domain';
import { LedgerService } from '#ledger';
import { teamFieldProblems } from './team-fields.js';

/** A published form; it never changes. */
export interface FormVersion {
  readonly id: string;
  /** Node of the track tree that it was published at; its own and every track below it use it. */
  readonly trackId: string;
  /** Within the node, from 1. */
  readonly number: number;
  readonly definition: FormDefinition;
  /** 64 hex digits. */
  readonly hash: string;
}

interface VersionRow {
  readonly id: string;
  readonly track_id: string;
  readonly number: number;
  readonly document: FormDefinition;
  readonly hash: string;
}

/** Versions kept in memory; a long one is 50 kB. */
const cacheLimit = 200;
const columns = `v.id, v.track_id, v.number, v.document, encode(v.hash, 'hex') as hash`;

/** What an edition asks of its entries, by track. */
@Injectable()
export class FormService {
  private readonly byId = new Map<string, FormVersion>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** The latest form of the track, or of its nearest ancestor that has one; null where none was published. */
  async inForce(manager: EntityManager, trackId: string): Promise<FormVersion | null> {
    const rows = await manager.query<VersionRow[]>(
      `with recursive line as (
         select id, parent_id, 0 as distance from tracks where id = $1
         union all select t.id, t.parent_id, l.distance + 1 from tracks t join line l on t.id = l.parent_id
       )
       select ${columns} from line l join form_versions v on v.track_id = l.id
       order by l.distance, v.number desc limit 1`,
      [trackId],
    );
    return rows[0] ? this.keep(rows[0]) : null;
  }

  /** @throws DomainError `not-found` */
  async version(id: string, manager: EntityManager = this.dataSource.manager): Promise<FormVersion> {
    const kept = this.byId.get(id);
    if (kept) return kept;
    const rows = await manager.query<VersionRow[]>(`select ${columns} from form_versions v where v.id = $1`, [id]);
    if (!rows[0]) throw new DomainError('not-found', { form: id });
    return this.keep(rows[0]);
  }

  /**
   * The form that a new entry of the track is asked to fill in; without a track, that of the whole edition.
   *
   * @returns `number` 0 and the core blocks alone where none was published
   * @throws DomainError `not-found`
   */
  async forTrack(slug: string, trackKey?: string): Promise<{ number: number; definition: FormDefinition }> {
    const { manager } = this.dataSource;
    const version = await this.inForce(manager, (await formTrack(manager, slug, trackKey)).id);
    return { number: version?.number ?? 0, definition: version?.definition ?? defaultForm };
  }

  /** What stands against publishing a document at a node of the track tree; empty where nothing does. */
  async problems(manager: EntityManager, trackId: string, document: unknown): Promise<FieldProblem[]> {
    const problems = validateForm(document);
    return problems.length > 0 ? problems : teamFieldProblems(manager, trackId, document as FormDefinition);
  }

  /**
   * Publishes a further version at a node of the track tree, in the caller's transaction.
   *
   * @throws DomainError `form-invalid` with every problem, also where a blind stage could not score teams by it;
   *   `form-unchanged` where it is the one in force there
   */
  async publish(
    manager: EntityManager,
    at: { readonly editionId: string; readonly trackId: string },
    document: unknown,
    actor: string,
  ): Promise<FormVersion> {
    const problems = await this.problems(manager, at.trackId, document);
    if (problems.length > 0) throw new DomainError('form-invalid', { problems });
    const definition = document as FormDefinition;
    const hash = hashJson(definition);
    // Two who publish at once get two numbers.
    await manager.query('select from tracks where id = $1 for update', [at.trackId]);
    const [last] = await manager.query<{ number: number; hash: string }[]>(
      `select number, encode(hash, 'hex') as hash from form_versions where track_id = $1 order by number desc limit 1`,
      [at.trackId],
    );
    if (last?.hash === hash) throw new DomainError('form-unchanged');
    const version = { id: uuidv7(), trackId: at.trackId, number: (last?.number ?? 0) + 1, definition, hash };
    await manager.query(
      `insert into form_versions (id, edition_id, track_id, number, document, hash, published_by)
       values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7)`,
      [version.id, at.editionId, at.trackId, version.number, JSON.stringify(definition), hash, actor],
    );
    await this.ledger.record(manager, {
      kind: 'form-published',
      subject: { edition: at.editionId, track: at.trackId, form: version.id },
      body: { actor, number: version.number, hash },
    });
    return version;
  }

  private keep({ id, track_id: trackId, number, document: definition, hash }: VersionRow): FormVersion {
    const version = { id, trackId, number, definition, hash };
    if (this.byId.size >= cacheLimit) this.byId.clear();
    this.byId.set(id, version);
    return version;
  }
}

/**
 * A node of the edition's track tree, by its key; the root where none is given.
 *
 * @throws DomainError `not-found`
 */
export async function formTrack(
  manager: EntityManager,
  slug: string,
  trackKey?: string,
): Promise<{ readonly id: string; readonly editionId: string }> {
  const rows = await manager.query<{ id: string; editionId: string }[]>(
    `select t.id, t.edition_id as "editionId" from tracks t join editions e on e.id = t.edition_id
     where e.slug = $1 and case when $2::text is null then t.parent_id is null else t.key = $2 end`,
    [slug, trackKey ?? null],
  );
  if (!rows[0]) throw new DomainError('not-found', { edition: slug, track: trackKey });
  return rows[0];
}
