import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { InterestStatementService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
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
    @Body() { interests }: NameInterestsDto,
    @IfMatch() seen: number,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.statements.save(slug, userId, seen, interests);
  }
}
