import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { TechnicalOpinionService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { RecordTechnicalOpinionDto, TechnicalOpinionsDto } from './technical-opinion.dto.js';

/** What owners of enterprise problems say of the entries that answer them (技术意见): a record, never a panel's seat. */
@ApiTags('judging')
@Controller('editions/:slug/technical-opinions')
export class TechnicalOpinionController {
  constructor(private readonly opinions: TechnicalOpinionService) {}

  /** Every opinion of the edition; nothing of an entry to which the reader has a tie. */
  @Get()
  @RequirePermission('technical-opinion.record')
  async technicalOpinions(
    @Param('slug') slug: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<TechnicalOpinionsDto> {
    return TechnicalOpinionsDto.from(await this.opinions.read(slug, userId));
  }

  /** Records one on the owner's behalf; a later one of the same entry takes its place. 409 `organiser-conflicted`. */
  @Post()
  @HttpCode(204)
  @RequirePermission('technical-opinion.record')
  async recordTechnicalOpinion(
    @Param('slug') slug: string,
    @Body() body: RecordTechnicalOpinionDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /editions/${slug}/technical-opinions`, key, body: { ...body } };
    await this.opinions.record(request, slug, body);
  }
}
