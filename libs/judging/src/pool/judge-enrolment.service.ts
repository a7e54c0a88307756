import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ImportedJudge } from '#domain';
import { RoleService, UserService } from '#identity';
import type { NamedAccount } from '../import/standing-judges.js';
import { JudgeService } from '../judge.service.js';

/** Who becomes a judge of an edition, and the account that the address has, if any. */
export interface Newcomer {
  readonly judge: ImportedJudge;
  readonly account: NamedAccount | undefined;
}

/** Makes people judges of an edition: accounts without a password where there are none, the role, a proposed place. */
@Injectable()
export class JudgeEnrolmentService {
  constructor(
    private readonly judges: JudgeService,
    private readonly users: UserService,
    private readonly roles: RoleService,
  ) {}

  /** @returns ids of the judges in the order given */
  async enrol(
    manager: EntityManager,
    editionId: string,
    newcomers: readonly Newcomer[],
    actor: string,
  ): Promise<string[]> {
    if (newcomers.length === 0) return [];
    const userIds = await this.accounts(manager, editionId, newcomers, actor);
    const kinds = newcomers.map(({ judge }, index) => ({ userId: userIds[index] ?? null, kind: judge.kind }));
    const ids = await this.judges.register(manager, editionId, kinds, { actor });
    const granted = newcomers.flatMap(({ account }, index) => (account?.isJudge ? [] : (userIds[index] ?? [])));
    if (granted.length > 0) {
      await this.roles.grantMany(manager, granted, { role: 'judge', editionId, grantedBy: actor });
    }
    return ids;
  }

  /** @returns user ids in the order given */
  private async accounts(
    manager: EntityManager,
    editionId: string,
    newcomers: readonly Newcomer[],
    actor: string,
  ): Promise<string[]> {
    const without = newcomers.filter(({ account }) => account === undefined);
    const [edition] = await manager.query<{ isDemo: boolean }[]>(
      'select is_demo as "isDemo" from editions where id = $1',
      [editionId],
    );
    const made = await this.users.createMany(
      manager,
      without.map(({ judge }) => ({
        ...{ email: judge.email, displayName: judge.name, isDemo: edition?.isDemo ?? false },
        locale: /\p{Script=Han}/u.test(judge.name) ? ('zh' as const) : ('en' as const),
      })),
      actor,
    );
    const madeOf = new Map(without.map((one, index) => [one, made[index] ?? '']));
    return newcomers.map((one) => one.account?.id ?? madeOf.get(one) ?? '');
  }
}
