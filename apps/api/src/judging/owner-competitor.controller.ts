import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { OwnerCompetitorService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { OwnerCompetitorsDto, RecordCompetitorDto } from './owner-competitor.dto.js';

/** Who competes with owners of enterprise problems: whoever works there judges no answer to them. */
@ApiTags('judging')
@Controller('editions/:slug/owner-competitors')
export class OwnerCompetitorController {
  constructor(private readonly competitors: OwnerCompetitorService) {}

  /** Every one of the edition that stands, and its problems, but those of which an answer concerns the reader. */
  @Get()
  @RequirePermission('technical-opinion.record')
  async ownerCompetitors(
    @Param('slug') slug: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<OwnerCompetitorsDto> {
    return OwnerCompetitorsDto.from(await this.competitors.read(slug, userId));
  }

  /** Records one, an organisation of the register; one that stands already stays as it is. */
  @Post()
  @HttpCode(204)
  @RequirePermission('technical-opinion.record')
  async recordCompetitor(
    @Param('slug') slug: string,
    @Body() body: RecordCompetitorDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /editions/${slug}/owner-competitors`, key, body: { ...body } };
    await this.competitors.record(request, slug, body);
  }

  /** Strikes one out: it counts no more. */
  @Post(':id/removal')
  @HttpCode(204)
  @RequirePermission('technical-opinion.record')
  async removeCompetitor(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/owner-competitors/${id}/removal`;
    await this.competitors.remove({ userId, route, key, body: null }, slug, id);
  }
}
