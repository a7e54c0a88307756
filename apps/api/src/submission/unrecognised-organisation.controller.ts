import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OrganisationUseService } from '#submission';
import { RequirePermission } from '../http/access.decorator.js';
import { UnrecognisedPageDto, UnrecognisedQueryDto } from './organisation.dto.js';

/** What teams of an edition call their organisations, where the register does not know it. */
@ApiTags('submission')
@Controller('editions/:slug/unrecognised-organisations')
export class UnrecognisedOrganisationController {
  constructor(private readonly uses: OrganisationUseService) {}

  /** Each name with how many submitted entries have it, and the organisations it may mean. */
  @Get()
  @RequirePermission('organisation.match')
  async unrecognisedOrganisations(
    @Param('slug') slug: string,
    @Query() { after, limit }: UnrecognisedQueryDto,
  ): Promise<UnrecognisedPageDto> {
    const { names, total, nextAfter } = await this.uses.unrecognised(slug, after, limit);
    return {
      names: names.map(({ variants, matches, ...name }) => ({
        ...name,
        variants: [...variants],
        matches: matches.map(({ id, name: label, found, similarity, evidence }) => ({
          ...{ id, name: label, found, similarity, evidence },
        })),
      })),
      total,
      nextAfter,
    };
  }
}
