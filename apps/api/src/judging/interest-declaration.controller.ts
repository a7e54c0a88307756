import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { InterestDeclarationService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { DeclarationDeskDto, DeclareInterestsDto } from './interest-declaration.dto.js';

/** What a judge of an open stage declares before any entry opens (利益冲突声明). */
@ApiTags('judging')
@Controller('my/declarations/:slug/:stageKey')
export class InterestDeclarationController {
  constructor(private readonly declarations: InterestDeclarationService) {}

  /** The own teams of which the judge has not declared, those of the own employer first. 404 in a blind stage. */
  @Get()
  @RequirePermission('interest.declare')
  async ownTeams(
    @Param('slug') slug: string,
    @Param('stageKey') stageKey: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<DeclarationDeskDto> {
    return DeclarationDeskDto.from(await this.declarations.read(slug, stageKey, userId));
  }

  /**
   * Declares of the teams that are named: a reason for each tie, which recuses the judge from the entry, and none for the
   * others. 409 `declaration-changed`.
   */
  @Post()
  @HttpCode(204)
  @RequirePermission('interest.declare')
  async declareInterests(
    @Param('slug') slug: string,
    @Param('stageKey') stageKey: string,
    @Body() body: DeclareInterestsDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /my/declarations/${slug}/${stageKey}`, key, body };
    await this.declarations.declare(request, slug, stageKey, body);
  }
}
