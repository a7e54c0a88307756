import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { AvoidanceService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { AvoidanceQueryDto, AvoidancesDto, EditionAvoidancesDto } from './avoidance.dto.js';
import { entriesAPage } from './entry-number-page.dto.js';

/** 申请回避: whom teams ask to be kept away as judges. */
@ApiTags('team')
@Controller()
export class AvoidanceController {
  constructor(private readonly avoidances: AvoidanceService) {}

  /** The list of an entry, for its lead alone. */
  @Get('entries/:publicId/avoidances')
  @RequirePermission('avoidance.own')
  async myAvoidances(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<AvoidancesDto> {
    return AvoidancesDto.from(await this.avoidances.own(publicId, userId));
  }

  /** Replaces the list. 403 `lead-only`. */
  @Put('entries/:publicId/avoidances')
  @HttpCode(204)
  @RequirePermission('avoidance.own')
  async setAvoidances(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: AvoidancesDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `PUT /entries/${publicId}/avoidances`, key, body };
    await this.avoidances.set(request, publicId, body.avoidances);
  }

  /** Those of an edition's submitted entries by number, for whoever assigns judges. */
  @Get('editions/:slug/avoidances')
  @RequirePermission('avoidance.read')
  async editionAvoidances(
    @Param('slug') slug: string,
    @Query() { after, kind, q }: AvoidanceQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<EditionAvoidancesDto> {
    const asked = { after: after ?? 0, limit: entriesAPage, kind, q };
    return EditionAvoidancesDto.from(await this.avoidances.ofEdition(slug, asked, userId));
  }
}
