import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson, DomainError, type BilingualText } from '#domain';
import { fieldProblem } from '#domain/errors/field-problem';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';

export const opinionLevels = ['meets', 'meets-in-part', 'does-not-meet'] as const;
export type OpinionLevel = (typeof opinionLevels)[number];

export interface NewTechnicalOpinion {
  readonly entryNumber: number;
  readonly level: OpinionLevel;
  /** 1 to 4,000 characters. */
  readonly opinion: string;
  /** Who of the owner signed it. */
  readonly signedBy: string;
  /** ISO date, not after today in China. */
  readonly givenOn: string;
  /** Where the signed paper lies. */
  readonly evidence: string;
}

export interface OpinionLine {
  readonly id: string;
  readonly entryNumber: number;
  readonly entryTitle: string;
  readonly problem: BilingualText;
  readonly level: OpinionLevel;
  /** Null where it was erased, as `signedBy` and `evidence`. */
  readonly opinion: string | null;
  readonly signedBy: string | null;
  readonly givenOn: string;
  readonly evidence: string | null;
  /** Null where the account is gone. */
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
  /** A later one of the entry takes its place. */
  readonly isReplaced: boolean;
}

export interface TechnicalOpinions {
  readonly edition: { readonly slug: string; readonly name: BilingualText; readonly isDemo: boolean };
  /** Entries that answer a problem, and how many of them have no opinion yet. */
  readonly entries: number;
  readonly missing: number;
  /** By number of the entry, the newest first; at most 1,000. */
  readonly opinions: readonly OpinionLine[];
}

/**
 * What the owner of an enterprise problem says of the entries that answer it (技术意见). It is a record alone: the owner
 * has no seat on a panel, nothing of it enters a score, and judges don't read it. The office records it on the owner's
 * behalf from a signed paper; a correction is a new record.
 */
@Injectable()
export class TechnicalOpinionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /** Nothing of an entry that concerns the reader. The ledger is told. @throws DomainError `not-found` */
  async read(slug: string, reader: string): Promise<TechnicalOpinions> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { id, ...edition } = await editionOf(manager, slug);
      const [counts] = await manager.query<{ entries: number; missing: number }[]>(
        `select count(*)::int as entries, (count(*) filter (where not exists (
                  select from technical_opinions o where o.entry_id = e.id)))::int as missing
           from entries e where e.edition_id = $1 and e.state = 'submitted' and e.enterprise_problem_id is not null
            and e.id not in (select conflicted_entries($2))`,
        [id, reader],
      );
      const opinions = await opinionsOf(manager, id, reader);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, edition: id },
        body: { what: 'technical-opinions', rows: opinions.length },
      });
      return { edition, ...(counts ?? { entries: 0, missing: 0 }), opinions };
    });
  }

  /**
   * @throws DomainError `not-found`, `organiser-conflicted`, `request-invalid` naming `entryNumber` where the entry answers
   *   no problem, or `givenOn` where it is yet to come
   */
  async record(request: IdempotentRequest, slug: string, given: NewTechnicalOpinion): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { id: editionId } = await editionOf(manager, slug);
        const entry = await answeringEntry(manager, editionId, given, request.userId);
        const id = uuidv7();
        const { level, opinion, signedBy, givenOn, evidence } = given;
        await manager.query(
          `insert into technical_opinions
             (id, entry_id, problem_id, level, opinion, signed_by, given_on, evidence, recorded_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [id, entry.id, entry.problemId, level, opinion, signedBy, givenOn, evidence, request.userId],
        );
        const said = canonicalJson({ opinion, signedBy, evidence });
        await this.ledger.record(manager, {
          kind: 'technical-opinion-recorded',
          subject: { edition: editionId, entry: entry.id, problem: entry.problemId, opinion: id },
          body: {
            ...{ actor: request.userId, level, givenOn },
            said: await this.ledger.commitment(manager, 'technical-opinion', id, said),
          },
        });
        return { status: 204, resultId: null };
      }),
    );
  }
}

async function editionOf(
  manager: EntityManager,
  slug: string,
): Promise<TechnicalOpinions['edition'] & { readonly id: string }> {
  const [edition] = await manager.query<(TechnicalOpinions['edition'] & { id: string })[]>(
    `select id, slug, is_demo as "isDemo", json_build_object('zh', name_zh, 'en', name_en) as name
       from editions where slug = $1`,
    [slug],
  );
  if (!edition) throw new DomainError('not-found', { edition: slug });
  return edition;
}

async function answeringEntry(
  manager: EntityManager,
  editionId: string,
  { entryNumber, givenOn }: NewTechnicalOpinion,
  recorder: string,
): Promise<{ readonly id: string; readonly problemId: string }> {
  const [entry] = await manager.query<
    { id: string; problemId: string | null; isConcerned: boolean; isToCome: boolean }[]
  >(
    `select id, enterprise_problem_id as "problemId", viewer_is_conflicted($3, id) as "isConcerned",
            $4::date > (now() at time zone 'Asia/Shanghai')::date as "isToCome"
       from entries where edition_id = $1 and number = $2 and state = 'submitted' for no key update`,
    [editionId, entryNumber, recorder, givenOn],
  );
  if (entry?.isConcerned === true) throw new DomainError('organiser-conflicted');
  if (!entry || entry.problemId === null) {
    throw new DomainError('request-invalid', { problems: [fieldProblem('entryNumber', 'entry-unknown')] });
  }
  if (entry.isToCome) {
    throw new DomainError('request-invalid', { problems: [fieldProblem('givenOn', 'value-not-allowed')] });
  }
  return { id: entry.id, problemId: entry.problemId };
}

function opinionsOf(manager: EntityManager, editionId: string, reader: string): Promise<OpinionLine[]> {
  return manager.query<OpinionLine[]>(
    `select o.id, e.number as "entryNumber", e.title as "entryTitle",
            jsonb_build_object('zh', p.title_zh, 'en', p.title_en) as problem, o.level, o.opinion,
            o.signed_by as "signedBy", o.given_on::text as "givenOn", o.evidence, u.display_name as "recordedBy",
            o.recorded_at as "recordedAt",
            exists (select from technical_opinions n where n.entry_id = o.entry_id and n.id > o.id) as "isReplaced"
       from technical_opinions o join entries e on e.id = o.entry_id
       join enterprise_problems p on p.id = o.problem_id left join users u on u.id = o.recorded_by
      where e.edition_id = $1 and e.id not in (select conflicted_entries($2))
      order by e.number, o.id desc limit 1000`,
    [editionId, reader],
  );
}
