import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { NoticeService } from '#mail';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { NoticePageDto, NoticePageQueryDto, ReadNoticesDto } from './notice.dto.js';
import { NoticeReadingService } from './notice-reading.service.js';

/** What the platform has told the person, whatever became of the mail. */
@ApiTags('mail')
@Controller('my/notices')
export class NoticeController {
  constructor(
    private readonly notices: NoticeService,
    private readonly readings: NoticeReadingService,
  ) {}

  /** The person's notices, newest first, a page at a time. */
  @Get()
  @RequirePermission('notice.own')
  async myNotices(@Query() query: NoticePageQueryDto, @CurrentPerson() { userId }: SignedIn): Promise<NoticePageDto> {
    return NoticePageDto.from(await this.notices.page(userId, query));
  }

  /** Marks own notices as read; said again, it changes nothing. */
  @Post('readings')
  @HttpCode(204)
  @RequirePermission('notice.own')
  async readNotices(
    @Body() body: ReadNoticesDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.readings.read({ userId, route: 'POST /my/notices/readings', key, body }, body.publicIds);
  }
}
