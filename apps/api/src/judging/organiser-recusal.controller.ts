import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { OrganiserRecusalService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { DeclareOrganiserRecusalDto, OrganiserRecusalsDto } from './organiser-recusal.dto.js';

/** Organisers who step back from an entry and hand its case to another (回避). */
@ApiTags('judging')
@Controller('editions/:slug/organiser-recusals')
export class OrganiserRecusalController {
  constructor(private readonly recusals: OrganiserRecusalService) {}

  /** Who stepped back from which entry, and who has the case; of others' nothing whose entry concerns the reader. */
  @Get()
  @RequirePermission('organiser-recusal.declare')
  async organiserRecusals(
    @Param('slug') slug: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<OrganiserRecusalsDto> {
    return OrganiserRecusalsDto.from(await this.recusals.read(slug, userId));
  }

  /** Steps back: from then on the person reads nothing of the entry. 409 `organiser-recused` where it stands already. */
  @Post()
  @HttpCode(204)
  @RequirePermission('organiser-recusal.declare')
  async declareOrganiserRecusal(
    @Param('slug') slug: string,
    @Body() body: DeclareOrganiserRecusalDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /editions/${slug}/organiser-recusals`, key, body };
    await this.recusals.declare(request, slug, body);
  }
}
