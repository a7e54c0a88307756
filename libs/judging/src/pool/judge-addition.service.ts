import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { cleanLine, DomainError, type FieldProblem, fieldProblem } from '#domain';
import { type JudgeFacts, judgeFactProblems, tidyJudgeFacts } from '#domain/roster/judge-facts';
import {
  IdempotencyService,
  type IdempotentRequest,
  isWellFormedName,
  normalEmail,
  shareOrganisationRegister,
} from '#identity';
import { fieldGroupsOf } from '#submission';
import { accountRefusals } from '../import/plan-judge.js';
import { accountsOf, type NamedAccount } from '../import/standing-judges.js';
import { JudgeEnrolmentService } from './judge-enrolment.service.js';
import { holdJudgeList, JudgeFactsService, keyProblems } from './judge-facts.service.js';

export interface AddedJudge {
  readonly email: string;
  /** Of a new account alone: whoever has one has named themselves. */
  readonly displayName: string;
  readonly facts: JudgeFacts;
}

/** One judge whom the office adds by hand, by the same rules as a row of its list. */
@Injectable()
export class JudgeAdditionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly enrolment: JudgeEnrolmentService,
    private readonly facts: JudgeFactsService,
  ) {}

  /**
   * Makes an account without a password where the address has none, gives the role and proposes the place on the roster;
   * nobody is written to.
   *
   * @returns id of the judge
   * @throws DomainError `not-found`; `request-invalid` naming the fields; `revision-stale` where somebody else has given
   *   the address an account meanwhile
   */
  async add(request: IdempotentRequest, slug: string, given: AddedJudge): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      const { resultId } = await this.idempotency.run(manager, request, async () => {
        await shareOrganisationRegister(manager);
        const [edition] = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
        if (!edition) throw new DomainError('not-found', { edition: slug });
        return { status: 201, resultId: await this.write(manager, edition.id, given, request.userId) };
      });
      return resultId as string;
    });
  }

  private async write(manager: EntityManager, editionId: string, given: AddedJudge, actor: string): Promise<string> {
    await holdJudgeList(manager, editionId);
    const email = normalEmail(given.email);
    const account = (await accountsOf(manager, editionId, [email])).get(email);
    const name = account?.name ?? cleanLine(given.displayName);
    const facts = tidyJudgeFacts(given.facts);
    const groups = await fieldGroupsOf(manager, editionId);
    const problems = [
      ...(await emailProblems(manager, editionId, email, account)),
      ...(account === undefined ? nameProblems(name) : []),
      ...judgeFactProblems(facts, new Set(groups.map(({ key }) => key))),
      ...(await keyProblems(manager, editionId, facts.externalKey, null)),
    ];
    if (problems.length > 0) throw new DomainError('request-invalid', { problems });
    const [id = ''] = await this.enrolment.enrol(
      manager,
      editionId,
      [{ judge: { ...facts, email, name }, account }],
      actor,
    );
    await this.facts.write(manager, editionId, [{ id, facts, version: null, changed: [] }], actor);
    return id;
  }
}

async function emailProblems(
  manager: EntityManager,
  editionId: string,
  email: string,
  account: NamedAccount | undefined,
): Promise<FieldProblem[]> {
  const standing = await manager.query<unknown[]>('select from judges where edition_id = $1 and user_id = $2', [
    ...[editionId, account?.id ?? null],
  ]);
  // Whoever is a judge already is changed, not added; that is all there is to say.
  const codes = standing.length > 0 ? (['judge-standing'] as const) : accountRefusals(email, account);
  return codes.map((code) => fieldProblem('email', code));
}

function nameProblems(name: string): FieldProblem[] {
  if (name === '') return [fieldProblem('displayName', 'field-missing')];
  return isWellFormedName(name) ? [] : [fieldProblem('displayName', 'field-invalid')];
}
