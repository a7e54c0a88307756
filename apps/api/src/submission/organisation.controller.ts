import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OrganisationMatchService, OrganisationQueryService, permission, type SignedIn } from '#identity';
import { OrganisationOfficeService, OrganisationUseService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import {
  MergeConsequencesDto,
  MergeOrganisationDto,
  MergeTargetDto,
  NewOrganisationNameDto,
  OrganisationDto,
  OrganisationFactsDto,
  OrganisationListQueryDto,
  OrganisationMadeDto,
  OrganisationPageDto,
  OrganisationSuggestionQueryDto,
  OrganisationSuggestionsDto,
} from './organisation.dto.js';

/** The register of organisations: one for all editions. */
@ApiTags('submission')
@Controller('organisations')
export class OrganisationController {
  constructor(
    private readonly organisations: OrganisationQueryService,
    private readonly matches: OrganisationMatchService,
    private readonly office: OrganisationOfficeService,
    private readonly uses: OrganisationUseService,
  ) {}

  /** Those that stand, a page at a time. */
  @Get()
  @RequirePermission('organisation.read')
  async organisationList(@Query() { q, after, limit }: OrganisationListQueryDto): Promise<OrganisationPageDto> {
    return OrganisationPageDto.from(await this.organisations.page(q, after ?? null, limit));
  }

  /**
   * What somebody who is typing may mean; who else has typed it is not told. Who judges, and is not of the office, is
   * told no name: the register holds the employers of the teams.
   */
  @Get('suggestions')
  @RequirePermission('organisation.suggest')
  async suggestOrganisations(
    @Query() { q, limit }: OrganisationSuggestionQueryDto,
    @CurrentPerson() person: SignedIn,
  ): Promise<OrganisationSuggestionsDto> {
    if (!mayNameOrganisations(person)) return { suggestions: [] };
    return OrganisationSuggestionsDto.from(await this.matches.suggest(q, limit));
  }

  /** One with its names, branches, what was merged into it, and its history. */
  @Get(':id')
  @RequirePermission('organisation.read')
  async organisation(
    @Param('id', PublicIdPipe) id: string,
    @CurrentPerson() person: SignedIn,
  ): Promise<OrganisationDto> {
    const detail = await this.organisations.detail(id);
    return OrganisationDto.from(detail, await this.uses.use(id, editionsOf(person), person.userId));
  }

  /** Registers one. 409 where another has its name or code. */
  @Post()
  @RequirePermission('organisation.edit')
  async registerOrganisation(
    @Body() body: OrganisationFactsDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<OrganisationMadeDto> {
    return { id: await this.office.create({ userId, route: 'POST /organisations', key, body }, body) };
  }

  /** Gives it other canonical names, code, country or place. A canonical name that it had stays as a further one. */
  @Put(':id')
  @HttpCode(204)
  @RequirePermission('organisation.edit')
  async changeOrganisation(
    @Param('id', PublicIdPipe) id: string,
    @Body() body: OrganisationFactsDto,
    @IdempotencyKey() key: string,
    @IfMatch() seen: number,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.office.change({ userId, route: `PUT /organisations/${id}`, key, body }, id, body, seen);
  }

  /** Adds a name; all who typed it are recognised by it at once. */
  @Post(':id/names')
  @HttpCode(204)
  @RequirePermission('organisation.edit')
  async nameOrganisation(
    @Param('id', PublicIdPipe) id: string,
    @Body() body: NewOrganisationNameDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.office.addName({ userId, route: `POST /organisations/${id}/names`, key, body }, id, body);
  }

  /** Takes a further name away; nobody is recognised by it any more. */
  @Delete(':id/names/:nameId')
  @HttpCode(204)
  @RequirePermission('organisation.edit')
  async removeOrganisationName(
    @Param('id', PublicIdPipe) id: string,
    @Param('nameId', PublicIdPipe) nameId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `DELETE /organisations/${id}/names/${nameId}`;
    await this.office.removeName({ userId, route, key, body: null }, id, nameId);
  }

  /** What a merge would do; nothing is written. */
  @Post(':id/merge-previews')
  @HttpCode(200)
  @RequirePermission('organisation.edit')
  async previewOrganisationMerge(
    @Param('id', PublicIdPipe) id: string,
    @Body() { into }: MergeTargetDto,
    @CurrentPerson() person: SignedIn,
  ): Promise<MergeConsequencesDto> {
    const told = await this.uses.mergeConsequences(id, into, editionsOf(person), person.userId);
    return MergeConsequencesDto.from(told);
  }

  /** Makes it part of another one, everywhere; can be undone. */
  @Post(':id/merge')
  @HttpCode(204)
  @RequirePermission('organisation.edit')
  async mergeOrganisation(
    @Param('id', PublicIdPipe) id: string,
    @Body() body: MergeOrganisationDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.office.merge({ userId, route: `POST /organisations/${id}/merge`, key, body }, { id, ...body });
  }

  /** Undoes its merge. */
  @Post(':id/separation')
  @HttpCode(204)
  @RequirePermission('organisation.edit')
  async separateOrganisation(
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.office.separate({ userId, route: `POST /organisations/${id}/separation`, key, body: null }, id);
  }
}

const teamRoles: readonly string[] = ['team-lead', 'team-member'];

/** Nor is anybody else who neither registers a team nor runs a contest, such as who keeps the system. */
function mayNameOrganisations({ grants }: SignedIn): boolean {
  const readers: readonly string[] = permission('organisation.read').roles;
  return grants.every(({ role }) => teamRoles.includes(role)) || grants.some(({ role }) => readers.includes(role));
}

/** Editions in which the person may read teams: what is counted for a reader is counted in these. */
function editionsOf({ grants }: SignedIn): string[] {
  const { roles } = permission('organisation.match');
  return grants.flatMap(({ role, editionId }) => (editionId !== null && roles.includes(role) ? [editionId] : []));
}
