import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v4 as uuidv4 } from 'uuid';
import { StageEntryService } from '#contest';
import { canonicalJson, DomainError, eligibilityState, fieldProblem } from '#domain';
import { assertFreeOfTies, IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { eligibilityFacts, holdEntries } from './eligibility-facts.js';

interface Name {
  readonly zh: string;
  readonly en: string;
}

export interface NewDirectEntry {
  /** Public id of the entry. */
  readonly entry: string;
  readonly stageId: string;
  /** Why, such as the feeder event that it won. */
  readonly reason: string;
  /** What proves it: number of a document, an address. */
  readonly evidence: string;
}

export interface DirectEntryLine {
  readonly id: string;
  readonly entry: { readonly publicId: string; readonly number: number; readonly title: string };
  readonly stage: Name;
  readonly reason: string;
  readonly evidence: string;
  /** Display names; null where the account is gone. */
  readonly by: string | null;
  readonly at: Date;
  readonly undone: { readonly by: string | null; readonly at: string } | null;
  /** Until the stage opens, or judges are assigned to the entry. */
  readonly isUndoable: boolean;
}

export interface DirectEntries {
  /** Newest first. */
  readonly entries: readonly DirectEntryLine[];
  /** Later stages that have not opened yet. */
  readonly stages: readonly { readonly id: string; readonly name: Name; readonly track: Name }[];
}

const name = (table: string) => `json_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en)`;

/** Winners of a feeder event, who come into a later stage without the ones before it (直通). */
@Injectable()
export class DirectEntryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly stageEntries: StageEntryService,
    private readonly ledger: LedgerService,
  ) {}

  /** None of an entry that concerns the reader. @throws DomainError `not-found` for an unknown edition */
  async list(slug: string, reader: string): Promise<DirectEntries> {
    const { manager } = this.dataSource;
    const editionId = await this.edition(manager, slug);
    const entries = await manager.query<DirectEntryLine[]>(
      `select d.id, json_build_object('publicId', e.public_id, 'number', e.number, 'title', e.title) as entry,
         ${name('s')} as stage, d.reason, d.evidence, u.display_name as by, d.recorded_at as at,
         case when d.undone_at is not null then json_build_object('by', v.display_name, 'at', d.undone_at) end as undone,
         d.undone_at is null and w.opened_at is null and not exists (select from assignments a
           join stage_entries x on x.id = a.stage_entry_id where x.stage_id = d.stage_id and x.entry_id = d.entry_id)
           as "isUndoable"
       from direct_entries d join entries e on e.id = d.entry_id join stages s on s.id = d.stage_id
       join windows w on w.stage_id = d.stage_id left join users u on u.id = d.granted_by
       left join users v on v.id = d.undone_by
       where d.edition_id = $1 and d.entry_id not in (select conflicted_entries($2)) order by d.recorded_at desc, d.id`,
      [editionId, reader],
    );
    const stages = await manager.query<DirectEntries['stages']>(
      `select s.id, ${name('s')} as name, ${name('t')} as track from stages s join tracks t on t.id = s.track_id
       join windows w on w.stage_id = s.id
       where s.edition_id = $1 and s.previous_stage_id is not null and w.opened_at is null order by s.position, s.id`,
      [editionId],
    );
    return { entries, stages };
  }

  /**
   * Puts an entry that passed the eligibility check into a later stage that has not opened.
   *
   * @throws DomainError `organiser-conflicted`, `not-found`, `not-eligible`, `request-invalid` naming `stageId`, `window-already-opened`,
   *   `entry-in-stage`
   */
  async grant(request: IdempotentRequest, slug: string, given: NewDirectEntry): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const editionId = await this.edition(manager, slug);
        await assertFreeOfTies(manager, request.userId, [given.entry]);
        const entryId = await this.eligible(manager, editionId, given.entry);
        await this.assertLaterStage(manager, editionId, given.stageId);
        await this.stageEntries.assertUnopened(manager, given.stageId);
        await this.assertNotThere(manager, entryId, given.stageId);
        const entering = { entryId, stageId: given.stageId, cameBy: 'direct-entry' as const };
        await this.stageEntries.enter(manager, [entering], { actor: request.userId });
        const id = await this.write(manager, { ...given, editionId, entryId, actor: request.userId });
        return { status: 204, resultId: id };
      }),
    );
  }

  /** @throws DomainError `not-found`, `organiser-conflicted`, `window-already-opened`, `direct-entry-used` */
  async undo(request: IdempotentRequest, slug: string, id: string): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const editionId = await this.edition(manager, slug);
        const rows = await manager.query<{ stage_id: string; entry_id: string }[]>(
          `select stage_id, entry_id from direct_entries where id = $1 and edition_id = $2 and undone_at is null
           for update`,
          [id, editionId],
        );
        if (!rows[0]) throw new DomainError('not-found');
        const { stage_id: stage, entry_id: entry } = rows[0];
        await assertFreeOfTies(manager, request.userId, [entry]);
        await this.stageEntries.takeBack(manager, stage, entry);
        await manager.query('update direct_entries set undone_at = now(), undone_by = $2 where id = $1', [
          ...[id, request.userId],
        ]);
        await this.ledger.record(manager, {
          kind: 'direct-entry-undone',
          subject: { edition: editionId, stage, entry, directEntry: id },
          body: { actor: request.userId },
        });
        return { status: 204, resultId: id };
      }),
    );
  }

  private async write(
    manager: EntityManager,
    given: NewDirectEntry & { readonly editionId: string; readonly entryId: string; readonly actor: string },
  ): Promise<string> {
    const { editionId, stageId, entryId, actor } = given;
    const [id, reason, evidence] = [uuidv4(), given.reason.trim(), given.evidence.trim()];
    const empty = Object.entries({ reason, evidence }).filter(([, text]) => text === '');
    const problems = empty.map(([path]) => fieldProblem(path, 'field-missing'));
    if (problems.length > 0) throw new DomainError('request-invalid', { problems });
    await manager.query(
      `insert into direct_entries (id, edition_id, stage_id, entry_id, reason, evidence, granted_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, editionId, stageId, entryId, reason, evidence, actor],
    );
    const said = canonicalJson({ reason, evidence });
    await this.ledger.record(manager, {
      kind: 'direct-entry-granted',
      subject: { edition: editionId, stage: stageId, entry: entryId, directEntry: id },
      body: { actor, said: await this.ledger.commitment(manager, 'direct-entry', id, said) },
    });
    return id;
  }

  private async edition(manager: EntityManager, slug: string): Promise<string> {
    const rows = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
    if (!rows[0]) throw new DomainError('not-found', { edition: slug });
    return rows[0].id;
  }

  /** The entry's id, once its latest version has passed. */
  private async eligible(manager: EntityManager, editionId: string, publicId: string): Promise<string> {
    await holdEntries(manager, [publicId]);
    const { now, rows } = await eligibilityFacts(manager, editionId, { publicIds: [publicId] });
    if (!rows[0]) throw new DomainError('not-found', { entry: publicId });
    const { id, facts } = rows[0];
    if (facts.entryState !== 'submitted' || eligibilityState(facts, now) !== 'passed') {
      throw new DomainError('not-eligible', { entry: publicId });
    }
    return id;
  }

  private async assertLaterStage(manager: EntityManager, editionId: string, stageId: string): Promise<void> {
    const rows = await manager.query<unknown[]>(
      'select from stages where id = $1 and edition_id = $2 and previous_stage_id is not null',
      [stageId, editionId],
    );
    if (rows.length > 0) return;
    throw new DomainError('request-invalid', { problems: [fieldProblem('stageId', 'field-invalid')] });
  }

  private async assertNotThere(manager: EntityManager, entryId: string, stageId: string): Promise<void> {
    const rows = await manager.query<unknown[]>('select from stage_entries where entry_id = $1 and stage_id = $2', [
      ...[entryId, stageId],
    ]);
    if (rows.length > 0) throw new DomainError('entry-in-stage');
  }
}
