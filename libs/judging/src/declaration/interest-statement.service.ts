import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type BilingualText, canonicalJson, DomainError } from '#domain';
import { interestFaults, keptInterest, type NamedInterest } from '#domain/roster/named-interest';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';

export interface InterestStatement {
  readonly edition: { readonly slug: string; readonly name: BilingualText; readonly isDemo: boolean };
  /** Version that stands; 0 where nothing was named. */
  readonly number: number;
  readonly recordedAt: Date | null;
  /** It can be changed: judging of some stage is still to end. */
  readonly isOpen: boolean;
  readonly interests: readonly NamedInterest[];
}

interface OwnJudge extends Omit<InterestStatement, 'interests'> {
  readonly judgeId: string;
  readonly statementId: string | null;
}

/** Judging of some stage of an edition (`d`) is not over. */
const isOpenSql = `exists (select from stages s left join windows w on w.stage_id = s.id and w.kind = 'judging'
  where s.edition_id = d.id and w.closed_at is null and (w.deadline_at is null or w.deadline_at > clock_timestamp()))`;

const ownJudgeSql = `
  select j.id as "judgeId", i.id as "statementId", coalesce(i.number, 0) as number, i.recorded_at as "recordedAt",
         jsonb_build_object('slug', d.slug, 'isDemo', d.is_demo,
           'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en)) as edition, ${isOpenSql} as "isOpen"
    from editions d join judges j on j.edition_id = d.id and j.is_active
    left join lateral (select x.id, x.number, x.recorded_at from interest_statements x where x.judge_id = j.id
      order by x.number desc limit 1) i on true
   where j.user_id = $1 and d.slug = $2`;

/**
 * Whom a judge names as tied to them (利害关系登记), where a blind stage shows no team: own employers with years, people
 * advised, co-authors and investments. Read by who assigns judges alone, and never by a team or another judge.
 */
@Injectable()
export class InterestStatementService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /** @throws DomainError `not-found` where the person does not judge in the edition */
  async read(slug: string, userId: string): Promise<InterestStatement> {
    const manager = this.dataSource.manager;
    const { edition, number, recordedAt, isOpen, statementId } = await ownJudge(manager, slug, userId);
    return { edition, number, recordedAt, isOpen, interests: await interestsOf(manager, statementId) };
  }

  /**
   * Keeps the next version over the one seen; an empty list says that there is nothing to name. The ledger holds a salted
   * commitment, and none of the words.
   *
   * @param seen 0 where nothing was named before
   * @throws DomainError `not-found`, `deadline-passed` once judging is over, `request-invalid`, `revision-stale` with the
   *   version that stands
   */
  async save(request: IdempotentRequest, slug: string, seen: number, given: readonly NamedInterest[]): Promise<void> {
    const problems = interestFaults(given);
    if (problems.length > 0) throw new DomainError('request-invalid', { problems });
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { judgeId, isOpen, number } = await ownJudge(manager, slug, request.userId);
        if (!isOpen) throw new DomainError('deadline-passed');
        if (number !== seen) throw new DomainError('revision-stale', { version: number });
        await this.keep(manager, { judgeId, userId: request.userId, number: seen + 1 }, given.map(keptInterest));
        return { status: 204, resultId: null };
      }),
    );
  }

  private async keep(
    manager: EntityManager,
    { judgeId, userId, number }: { readonly judgeId: string; readonly userId: string; readonly number: number },
    interests: readonly NamedInterest[],
  ): Promise<void> {
    const statementId = uuidv7();
    const made = await manager.query<unknown[]>(
      `insert into interest_statements (id, judge_id, number) values ($1, $2, $3)
       on conflict (judge_id, number) do nothing returning 1`,
      [statementId, judgeId, number],
    );
    // Of two tabs that save at once the second waited for the key here.
    if (made.length === 0) throw new DomainError('revision-stale', { version: number });
    await manager.query(
      `insert into named_interests (statement_id, position, kind, name, unit, from_year, until_year)
       select $1, position, kind, name, unit, "fromYear", "untilYear" from jsonb_to_recordset($2::jsonb)
         as g (position smallint, kind text, name text, unit text, "fromYear" smallint, "untilYear" smallint)`,
      [statementId, JSON.stringify(interests.map((one, index) => ({ ...one, position: index + 1 })))],
    );
    const words = canonicalJson(interests.map((one) => ({ ...one })));
    const commitment = await this.ledger.commitment(manager, 'interest-statement', statementId, words);
    await this.ledger.record(manager, {
      kind: 'interests-named',
      subject: { judge: judgeId, statement: statementId },
      body: { actor: userId, number, count: interests.length, commitment },
    });
  }
}

async function ownJudge(manager: EntityManager, slug: string, userId: string): Promise<OwnJudge> {
  const [row] = await manager.query<OwnJudge[]>(ownJudgeSql, [userId, slug]);
  if (!row) throw new DomainError('not-found', { edition: slug });
  return row;
}

function interestsOf(manager: EntityManager, statementId: string | null): Promise<NamedInterest[]> {
  return manager.query<NamedInterest[]>(
    `select kind, name, unit, from_year as "fromYear", until_year as "untilYear" from named_interests
      where statement_id = $1 order by position`,
    [statementId],
  );
}

/** $1 user: editions with a blind stage whose judging is not over, in which a judge is to name ties. */
export const namingEditionsSql = `
  select jsonb_build_object('slug', d.slug, 'isDemo', d.is_demo,
           'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en)) as edition,
         (select max(i.recorded_at) from interest_statements i where i.judge_id = j.id) as "namedAt"
    from judges j join editions d on d.id = j.edition_id
   where j.user_id = $1 and j.is_active and ${isOpenSql}
     and exists (select from stages s where s.edition_id = d.id
       and (select (v.document ->> 'blind')::boolean from rules_versions v where v.stage_id = s.id
             order by v.number desc limit 1))
   order by d.id desc`;
