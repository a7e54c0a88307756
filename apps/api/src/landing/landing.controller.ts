import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { LandingConfirmationService, LandingQueryService } from '#landing';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { PageQueryDto } from '../submission/entry-list.dto.js';
import { ConfirmLandingDto, LandingPageDto } from './landing.dto.js';

/** Landing intents (落地意向): declared, suggested and confirmed, never mixed. */
@ApiTags('landing')
@Controller()
export class LandingController {
  constructor(
    private readonly landing: LandingQueryService,
    private readonly confirmations: LandingConfirmationService,
  ) {}

  /** Entries that are declared, suggested or confirmed, by number, a page at a time. */
  @Get('editions/:slug/landing-intents')
  @RequirePermission('landing.read')
  async landingIntents(
    @Param('slug') slug: string,
    @Query() query: PageQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<LandingPageDto> {
    return LandingPageDto.from(await this.landing.page(slug, query, userId));
  }

  /** A person's word that the entry means to land, or that it no longer does. */
  @Post('entries/:publicId/landing-confirmation')
  @HttpCode(204)
  @RequirePermission('landing.confirm')
  async confirmLanding(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: ConfirmLandingDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /entries/${publicId}/landing-confirmation`, key, body };
    await this.confirmations.decide(request, publicId, body);
  }
}
