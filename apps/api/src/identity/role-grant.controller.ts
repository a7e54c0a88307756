import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RoleGrantService, type SignedIn } from '#identity';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { GrantRoleDto, RoleGrantDto } from './role-grant.dto.js';

@ApiTags('identity')
@Controller('role-grants')
export class RoleGrantController {
  constructor(private readonly grants: RoleGrantService) {}

  /** Gives an account a role in an edition. 409 `role-held`, 409 `role-exclusive`, 404 `user-unknown`. */
  @RequirePermission('role.grant')
  @Post()
  async grantRole(
    @CurrentPerson() person: SignedIn,
    @IdempotencyKey() key: string,
    @Body() body: GrantRoleDto,
  ): Promise<RoleGrantDto> {
    return { id: await this.grants.grant(person.userId, key, body) };
  }
}
