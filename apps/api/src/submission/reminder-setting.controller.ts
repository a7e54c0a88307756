import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { ReminderSettingService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { ReminderHoursDto, StandingRemindersDto } from './reminder-setting.dto.js';

/** When the teams of an edition are reminded of its deadline. */
@ApiTags('submission')
@Controller('editions/:slug/reminders')
export class ReminderSettingController {
  constructor(private readonly reminders: ReminderSettingService) {}

  /** Hours before the entry window closes, the most first. */
  @Get()
  @RequirePermission('reminder.edit')
  async reminderHours(@Param('slug') slug: string): Promise<StandingRemindersDto> {
    const { version, hours } = await this.reminders.read(slug);
    return { version, hours: [...hours] };
  }

  /** Sets them; what was sent before is not sent again. */
  @Put()
  @HttpCode(204)
  @RequirePermission('reminder.edit')
  async setReminderHours(
    @Param('slug') slug: string,
    @Body() body: ReminderHoursDto,
    @IdempotencyKey() key: string,
    @IfMatch() seen: number,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `PUT /editions/${slug}/reminders`, key, body };
    await this.reminders.save(request, slug, body.hours, seen);
  }
}
