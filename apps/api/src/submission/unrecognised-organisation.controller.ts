import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { OrganisationAssignmentService, OrganisationUseService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import {
  AssignOrganisationDto,
  NamingQueryDto,
  OrganisationNamingsDto,
  UnrecognisedPageDto,
  UnrecognisedQueryDto,
} from './unrecognised-organisation.dto.js';

/** What teams and judges of an edition call their organisations, where the register does not know it. */
@ApiTags('submission')
@Controller('editions/:slug/unrecognised-organisations')
export class UnrecognisedOrganisationController {
  constructor(
    private readonly uses: OrganisationUseService,
    private readonly assignments: OrganisationAssignmentService,
  ) {}

  /** Each name with how many submitted entries and judges have it, and the organisations it may mean. */
  @Get()
  @RequirePermission('organisation.match')
  async unrecognisedOrganisations(
    @Param('slug') slug: string,
    @Query() { after, limit }: UnrecognisedQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<UnrecognisedPageDto> {
    return UnrecognisedPageDto.from(await this.uses.unrecognised(slug, after, limit, userId));
  }

  /** Where a name stands, place by place; without one, what was told apart by hand. */
  @Get('namings')
  @RequirePermission('organisation.match')
  async organisationNamings(
    @Param('slug') slug: string,
    @Query() { name }: NamingQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<OrganisationNamingsDto> {
    return OrganisationNamingsDto.from(await this.assignments.namings(slug, name ?? null, userId));
  }

  /** Says by hand which organisation is meant in some places. 404 `not-found`, 409 `organisation-merged`. */
  @Post('assignments')
  @HttpCode(204)
  @RequirePermission('organisation.assign')
  async assignOrganisation(
    @Param('slug') slug: string,
    @Body() body: AssignOrganisationDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /editions/${slug}/unrecognised-organisations/assignments`, key, body };
    await this.assignments.assign(request, slug, body);
  }
}
