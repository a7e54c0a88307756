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
  readonly source: string;
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

  /** @throws DomainError `not-found` */
  async read(slug: string): Promise<OwnerCompetitors> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const editionId = await editionOf(manager, slug);
      const problems = await manager.query<OwnerCompetitors['problems'][number][]>(
        `select number, jsonb_build_object('zh', title_zh, 'en', title_en) as title
           from enterprise_problems where edition_id = $1 order by number`,
        [editionId],
      );
      const competitors = await manager.query<CompetitorLine[]>(
        `select c.id, p.number as "problemNumber", jsonb_build_object('zh', p.title_zh, 'en', p.title_en) as problem,
                jsonb_build_object('zh', l.name_zh, 'en', l.name_en) as organisation, c.source,
                u.display_name as "recordedBy", c.recorded_at as "recordedAt"
           from owner_competitors c join enterprise_problems p on p.id = c.problem_id
           join organisation_labels l on l.id = c.organisation_id left join users u on u.id = c.recorded_by
          where p.edition_id = $1 and c.removed_at is null order by p.number, c.id limit 1000`,
        [editionId],
      );
      return { problems, competitors };
    });
  }

  /**
   * One that stands already stays as it is.
   *
   * @throws DomainError `not-found`, `request-invalid` naming `problemNumber` or `organisationId`
   */
  async record(request: IdempotentRequest, slug: string, given: NewCompetitor): Promise<void> {
    await this.once(request, slug, async (manager, editionId) => {
      const [problem] = await manager.query<{ id: string }[]>(
        'select id from enterprise_problems where edition_id = $1 and number = $2',
        [editionId, given.problemNumber],
      );
      if (!problem) throw unknownOption('problemNumber');
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
        body: { actor: request.userId, organisation: organisation.id },
      });
    });
  }

  /** It counts no more. @throws DomainError `not-found` */
  async remove(request: IdempotentRequest, slug: string, id: string): Promise<void> {
    await this.once(request, slug, async (manager, editionId) => {
      const [[gone]] = await manager.query<[{ problem: string }[], number]>(
        `update owner_competitors c set removed_by = $3, removed_at = clock_timestamp() from enterprise_problems p
          where c.id = $1 and p.id = c.problem_id and p.edition_id = $2 and c.removed_at is null
         returning c.problem_id as problem`,
        [id, editionId, request.userId],
      );
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

const unknownOption = (path: string) =>
  new DomainError('request-invalid', { problems: [fieldProblem(path, 'option-unknown')] });

async function editionOf(manager: EntityManager, slug: string): Promise<string> {
  const [edition] = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
  if (!edition) throw new DomainError('not-found', { edition: slug });
  return edition.id;
}
