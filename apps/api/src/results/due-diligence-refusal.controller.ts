import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { DueDiligenceRefusalService } from '#results';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { SeenDueDiligenceDto } from './due-diligence.dto.js';

/** That a team refuses due diligence, by which it retires (退赛): proposed by one person, approved by another. */
@ApiTags('results')
@Controller('editions/:slug/due-diligence/cases/:id/refusal')
export class DueDiligenceRefusalController {
  constructor(private readonly refusals: DueDiligenceRefusalService) {}

  /** The first person's half; nothing happens to the entry yet. */
  @Post()
  @HttpCode(204)
  @RequirePermission('due-diligence.edit')
  async proposeRefusal(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: SeenDueDiligenceDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST ${routeOf(slug, id)}`, key, body };
    await this.refusals.propose(request, slug, { id, seen: body.version });
  }

  /** The second person's half: the entry retires from the stage. 409 `same-person`. */
  @Post('approval')
  @HttpCode(204)
  @RequirePermission('due-diligence.approve')
  async approveRefusal(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: SeenDueDiligenceDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST ${routeOf(slug, id)}/approval`, key, body };
    await this.refusals.approve(request, slug, { id, seen: body.version });
  }

  /** Takes the proposal back: the case is open again. */
  @Post('return')
  @HttpCode(204)
  @RequirePermission('due-diligence.edit')
  async takeBackRefusal(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: SeenDueDiligenceDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST ${routeOf(slug, id)}/return`, key, body };
    await this.refusals.takeBack(request, slug, { id, seen: body.version });
  }
}

const routeOf = (slug: string, id: string) => `/editions/${slug}/due-diligence/cases/${id}/refusal`;
