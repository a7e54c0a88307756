import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type BilingualText, DomainError } from '#domain';
import { fieldProblem } from '#domain/errors/field-problem';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';

export interface CompetitorLine {
  readonly id: string;
  /** Of the problem, in its edition. */
  readonly problemNumber: number;
  readonly problem: BilingualText;
  readonly organisation: BilingualText;
  /** Null once it is erased. */
  readonly source: string | null;
  /** Null where the account is gone. */
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

export interface OwnerCompetitors {
  readonly problems: readonly { readonly number: number; readonly title: BilingualText }[];
  /** By number of the problem; at most 1,000. */
  readonly competitors: readonly CompetitorLine[];
}

export interface NewCompetitor {
  readonly problemNumber: number;
  /** Of the register. */
  readonly organisationId: string;
  /** From whom or what the office knows it: 1 to 300 characters. */
  readonly source: string;
}

/**
 * Organisations that compete with the owner of an enterprise problem: whoever works there is a candidate of a conflict with
 * each entry that answers it. Read by the office alone, and never by a judge or a team.
 */
@Injectable()
export class OwnerCompetitorService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /** Without the problems to which an entry that concerns the reader is an answer. @throws DomainError `not-found` */
  async read(slug: string, reader: string): Promise<OwnerCompetitors> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const editionId = await editionOf(manager, slug);
      const problems = await manager.query<OwnerCompetitors['problems'][number][]>(
        `select number, jsonb_build_object('zh', title_zh, 'en', title_en) as title
           from enterprise_problems p where edition_id = $1 and not ${concerns('$2')} order by number`,
        [editionId, reader],
      );
      const competitors = await manager.query<CompetitorLine[]>(
        `select c.id, p.number as "problemNumber", jsonb_build_object('zh', p.title_zh, 'en', p.title_en) as problem,
                jsonb_build_object('zh', l.name_zh, 'en', l.name_en) as organisation, c.source,
                u.display_name as "recordedBy", c.recorded_at as "recordedAt"
           from owner_competitors c join enterprise_problems p on p.id = c.problem_id
           join organisation_labels l on l.id = c.organisation_id left join users u on u.id = c.recorded_by
          where p.edition_id = $1 and c.removed_at is null and not ${concerns('$2')}
          order by p.number, c.id limit 1000`,
        [editionId, reader],
      );
      return { problems, competitors };
    });
  }

  /**
   * One that stands already stays as it is.
   *
   * @throws DomainError `not-found`, `request-invalid` naming `problemNumber` or `organisationId`, `organiser-conflicted`
   *   where an answer to the problem concerns who records it
   */
  async record(request: IdempotentRequest, slug: string, given: NewCompetitor): Promise<void> {
    await this.once(request, slug, async (manager, editionId) => {
      const [problem] = await manager.query<{ id: string; concerns: boolean }[]>(
        `select id, ${concerns('$3')} as concerns from enterprise_problems p where edition_id = $1 and number = $2`,
        [editionId, given.problemNumber, request.userId],
      );
      if (!problem) throw unknownOption('problemNumber');
      if (problem.concerns) throw new DomainError('organiser-conflicted');
      const [organisation] = await manager.query<{ id: string }[]>(
        'select survivor_id as id from organisation_survivors where id = $1',
        [given.organisationId],
      );
      if (!organisation) throw unknownOption('organisationId');
      const [made] = await manager.query<{ id: string }[]>(
        `insert into owner_competitors (id, problem_id, organisation_id, source, recorded_by) values ($1, $2, $3, $4, $5)
         on conflict (problem_id, organisation_id) where removed_at is null do nothing returning id`,
        [uuidv7(), problem.id, organisation.id, given.source, request.userId],
      );
      if (!made) return;
      await this.ledger.record(manager, {
        kind: 'owner-competitor-recorded',
        subject: { edition: editionId, problem: problem.id, competitor: made.id },
        body: {
          ...{ actor: request.userId, organisation: organisation.id },
          source: await this.ledger.commitment(manager, 'owner-competitor', made.id, given.source),
        },
      });
    });
  }

  /** It counts no more. @throws DomainError `not-found`, `organiser-conflicted` as above */
  async remove(request: IdempotentRequest, slug: string, id: string): Promise<void> {
    await this.once(request, slug, async (manager, editionId) => {
      const [[gone]] = await manager.query<[{ problem: string; concerns: boolean }[], number]>(
        `update owner_competitors c set removed_by = $3, removed_at = clock_timestamp() from enterprise_problems p
          where c.id = $1 and p.id = c.problem_id and p.edition_id = $2 and c.removed_at is null
         returning c.problem_id as problem, ${concerns('$3')} as concerns`,
        [id, editionId, request.userId],
      );
      // What was struck out stands again with the transaction undone.
      if (gone?.concerns === true) throw new DomainError('organiser-conflicted');
      if (!gone) throw new DomainError('not-found', { competitor: id });
      await this.ledger.record(manager, {
        kind: 'owner-competitor-removed',
        subject: { edition: editionId, problem: gone.problem, competitor: id },
        body: { actor: request.userId },
      });
    });
  }

  private async once(
    request: IdempotentRequest,
    slug: string,
    act: (manager: EntityManager, editionId: string) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await act(manager, await editionOf(manager, slug));
        return { status: 204, resultId: null };
      }),
    );
  }
}

/** Whether an answer to problem `p` concerns somebody: one that is drafted or withdrawn does, too. */
const concerns = (viewer: string) =>
  `exists (select from entries a where a.enterprise_problem_id = p.id and viewer_is_conflicted(${viewer}, a.id))`;

const unknownOption = (path: string) =>
  new DomainError('request-invalid', { problems: [fieldProblem(path, 'option-unknown')] });

async function editionOf(manager: EntityManager, slug: string): Promise<string> {
  const [edition] = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
  if (!edition) throw new DomainError('not-found', { edition: slug });
  return edition.id;
}
