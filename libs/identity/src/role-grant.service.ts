import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IdempotencyService } from './idempotency.service.js';
import type { EditionRole } from './role.js';
import { RoleService } from './role.service.js';
import { UserService } from './user.service.js';

export interface GrantRequest {
  readonly email: string;
  readonly role: EditionRole;
  /** Slug. */
  readonly edition: string;
  readonly mayApprove: boolean;
}

/** The security administrator's act of giving a role. */
@Injectable()
export class RoleGrantService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly roles: RoleService,
    private readonly users: UserService,
  ) {}

  /**
   * @param grantedBy uuid of the security administrator
   * @returns the grant's uuid
   * @throws DomainError `user-unknown`, `role-held`, `role-exclusive`, `request-invalid`
   */
  async grant(grantedBy: string, key: string, request: GrantRequest): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      const route = 'POST /role-grants';
      const result = await this.idempotency.run(manager, { userId: grantedBy, route, key, body: request }, async () => {
        const userId = await this.users.idOf(manager, request.email);
        const editionId = await this.roles.editionId(manager, request.edition);
        const { role, mayApprove } = request;
        return {
          status: 201,
          resultId: await this.roles.grant(manager, { userId, role, editionId, mayApprove, grantedBy }),
        };
      });
      return result.resultId as string;
    });
  }
}
