import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { JudgeWishService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { JudgeWishesDto, TellWishesDto } from './judge-wish.dto.js';

/** What a judge wishes to read, before entries are given out. */
@ApiTags('judging')
@Controller('my/wishes')
export class JudgeWishController {
  constructor(private readonly wishes: JudgeWishService) {}

  /** Editions that the person judges, with their field groups. */
  @Get()
  @RequirePermission('assignment.judge')
  async myWishes(@CurrentPerson() { userId }: SignedIn): Promise<JudgeWishesDto> {
    return JudgeWishesDto.from(await this.wishes.read(userId));
  }

  /** Says anew what the person wishes in one edition; plans made from then on weigh it. */
  @Put(':slug')
  @HttpCode(204)
  @RequirePermission('assignment.judge')
  async tellWishes(
    @Param('slug') slug: string,
    @Body() body: TellWishesDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.wishes.tell({ userId, route: `PUT /my/wishes/${slug}`, key, body }, slug, body.wishes);
  }
}
