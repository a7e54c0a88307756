import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type BilingualText, DomainError, organisationKey } from '#domain';
import { interestDeclaration, listedForDeclaration } from '#domain/roster/interest-declaration';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { TallyQueue } from '#queue';
import { ConflictService, type ConflictReason } from '../conflict.service.js';
import { declaredMarksSql, ownOrganisationsSql, ownStageSql, ownTeamsSql } from './interest-declaration.sql.js';
import { recordDeclarations } from './record-declarations.js';

/** Somebody of a team, as the team has written them. */
export interface ListedPerson {
  readonly role: 'lead' | 'member' | 'adviser';
  readonly name: string;
  readonly organisation: string | null;
}

/** A team of the judge's own, by which the judge tells a tie. */
export interface OwnTeam {
  /** Public id of the assignment. */
  readonly assignment: string;
  readonly position: number;
  readonly title: string;
  readonly people: readonly ListedPerson[];
  /** Somebody of the team has the judge's present employer. */
  readonly isOfOwnEmployer: boolean;
}

export interface DeclarationDesk {
  readonly edition: { readonly slug: string; readonly name: BilingualText; readonly isDemo: boolean };
  readonly stage: { readonly key: string; readonly name: BilingualText };
  /** Of which the judge has not declared: the own employer's first, then in the judge's own order. */
  readonly teams: readonly OwnTeam[];
  /** Entries of which the judge has declared, and when last; null where nothing is declared. */
  readonly declared: number;
  readonly declaredAt: Date | null;
  readonly text: typeof interestDeclaration;
}

/** What a judge says of the listed teams. */
export interface NewDeclaration {
  /** Of the wording as it was read. */
  readonly version: string;
  /** Each once; a reason where there is a tie, else null. */
  readonly teams: readonly { readonly assignment: string; readonly reasonCode: ConflictReason | null }[];
}

interface OwnStage {
  readonly stageId: string;
  readonly judgeId: string;
  readonly employer: string | null;
  readonly employerId: string | null;
  readonly edition: DeclarationDesk['edition'];
  readonly stage: DeclarationDesk['stage'];
  readonly declared: number;
  readonly declaredAt: Date | null;
}

interface TeamRow {
  readonly assignment: string;
  readonly position: number;
  readonly title: string;
  readonly people: readonly (ListedPerson & { readonly organisationId: string | null })[];
}

interface MarkedAssignment {
  readonly assignment: string;
  readonly stageEntryId: string;
  readonly entryId: string;
  readonly isDeclared: boolean;
}

/**
 * In an open stage a judge sees the teams of the own entries and declares every tie, or that there is none, before any
 * content opens; an entry that is assigned later asks again, for itself alone. A blind stage shows no team and asks nothing.
 */
@Injectable()
export class InterestDeclarationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly conflicts: ConflictService,
    private readonly tallies: TallyQueue,
  ) {}

  /**
   * The ledger is told of the reading.
   *
   * @throws DomainError `not-found` where the person has nothing to judge in the stage, or it is blind
   */
  async read(slug: string, stageKey: string, userId: string): Promise<DeclarationDesk> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const own = await ownStage(manager, slug, stageKey, userId, 'on-roster');
      const rows = await manager.query<TeamRow[]>(ownTeamsSql, [own.judgeId, own.stageId]);
      const isOwn = await ownEmployerTest(manager, own);
      const teams = rows.map(({ people, ...team }) => ({
        ...team,
        isOfOwnEmployer: people.some(isOwn),
        people: people.map(({ role, name, organisation }) => ({ role, name, organisation })),
      }));
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: userId, stage: own.stageId },
        body: { what: 'own-teams', rows: teams.length },
      });
      const { edition, stage, declared, declaredAt } = own;
      return { edition, stage, declared, declaredAt, teams: listedForDeclaration(teams), text: interestDeclaration };
    });
  }

  /**
   * Keeps the statement and recuses the judge from every marked entry, as a recusal of the judge's own does. What a judge
   * declares is always heard: also once off the roster, of an entry that was taken away meanwhile, or declared free of ties.
   *
   * @throws DomainError `not-found` where the person never had one to judge in the stage, or it is blind; `declaration-changed`; `assignment-not-found` where one is not the judge's
   */
  async declare(request: IdempotentRequest, slug: string, stageKey: string, given: NewDeclaration): Promise<void> {
    const stages: string[] = [];
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        stages.push(...(await this.keep(manager, slug, stageKey, request.userId, given)));
        return { status: 204, resultId: null };
      }),
    );
    for (const stage of stages) this.tallies.request(stage);
  }

  private async keep(
    manager: EntityManager,
    slug: string,
    stageKey: string,
    userId: string,
    { version, teams }: NewDeclaration,
  ): Promise<string[]> {
    const { stageId, judgeId } = await ownStage(manager, slug, stageKey, userId, 'ever');
    if (version !== interestDeclaration.version) throw new DomainError('declaration-changed');
    // Held: of two tabs that declare at once, the second finds the first's declaration.
    await manager.query('select from judges where id = $1 for no key update', [judgeId]);
    const reasons = new Map(teams.map(({ assignment, reasonCode }) => [assignment, reasonCode]));
    const marked = await manager.query<MarkedAssignment[]>(declaredMarksSql, [judgeId, stageId, [...reasons.keys()]]);
    if (marked.length < reasons.size) throw new DomainError('assignment-not-found');
    const hasConflict = ({ assignment }: MarkedAssignment) => reasons.get(assignment) !== null;
    const entries = marked
      .filter(({ isDeclared }) => !isDeclared)
      .map((one) => ({ stageEntryId: one.stageEntryId, hasConflict: hasConflict(one) }));
    if (entries.length > 0) {
      await recordDeclarations(manager, this.ledger, [{ stageId, judgeId, userId, entries }]);
    }
    const ties = marked.flatMap(({ assignment, entryId }) => {
      const reasonCode = reasons.get(assignment);
      return reasonCode ? [{ judgeId, entryId, form: 'by-oneself' as const, reasonCode }] : [];
    });
    return this.conflicts.declareMany(manager, ties, { actor: userId });
  }
}

/** @param judges whether the person has to be on the roster still */
async function ownStage(
  manager: EntityManager,
  slug: string,
  stageKey: string,
  userId: string,
  judges: 'on-roster' | 'ever',
): Promise<OwnStage> {
  const [row] = await manager.query<OwnStage[]>(ownStageSql, [userId, slug, stageKey, judges === 'on-roster']);
  if (!row) throw new DomainError('not-found', { stage: stageKey });
  return row;
}

/** By the register where it knows both, branches included, else by the name as it was typed. */
async function ownEmployerTest(
  manager: EntityManager,
  { employer, employerId }: OwnStage,
): Promise<(person: TeamRow['people'][number]) => boolean> {
  const rows = await manager.query<{ id: string }[]>(ownOrganisationsSql, [employerId]);
  const organisations = new Set(rows.map(({ id }) => id));
  const key = organisationKey(employer ?? '');
  return ({ organisation, organisationId }) =>
    (organisationId !== null && organisations.has(organisationId)) ||
    (key !== '' && organisation !== null && organisationKey(organisation) === key);
}
