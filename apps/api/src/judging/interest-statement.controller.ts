import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { InterestStatementService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { InterestStatementDto, NameInterestsDto } from './interest-statement.dto.js';

/** Whom a judge names as tied to them, where no list of teams is shown (利害关系登记). */
@ApiTags('judging')
@Controller('my/interests/:slug')
export class InterestStatementController {
  constructor(private readonly statements: InterestStatementService) {}

  /** The own statement as it stands. */
  @Get()
  @RequirePermission('interest.declare')
  async ownInterests(
    @Param('slug') slug: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<InterestStatementDto> {
    return InterestStatementDto.from(await this.statements.read(slug, userId));
  }

  /** Keeps the next version over the one seen. 409 `deadline-passed`, 412 `revision-stale`. */
  @Put()
  @HttpCode(204)
  @RequirePermission('interest.declare')
  async nameInterests(
    @Param('slug') slug: string,
    @Body() body: NameInterestsDto,
    @IfMatch() seen: number,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `PUT /my/interests/${slug}`, key, body: { seen, ...body } };
    await this.statements.save(request, slug, seen, body.interests);
  }
}
