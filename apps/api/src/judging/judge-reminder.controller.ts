import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { JudgeReminderService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { JudgeReminderDto, RemindJudgesDto } from './judge-reminder.dto.js';

/** Judges are reminded of the sheets that a stage still lacks (提醒评委). */
@ApiTags('judging')
@Controller('stages/:stageId')
export class JudgeReminderController {
  constructor(private readonly reminders: JudgeReminderService) {}

  /** What a reminder would say now. 409 `organiser-conflicted`, `window-not-open`. */
  @Get('judge-reminder')
  @RequirePermission('judge.remind')
  async judgeReminder(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<JudgeReminderDto> {
    return JudgeReminderDto.from(await this.reminders.preview(stageId, userId));
  }

  /**
   * Reminds each of these judges, but nobody who has finished or was reminded in the last 12 hours. 409
   * `organiser-conflicted`, `window-not-open`; where nobody is left `judge-finished`, `judge-reminded`,
   * `judge-without-account`.
   */
  @Post('judge-reminders')
  @HttpCode(204)
  @RequirePermission('judge.remind')
  async remindJudges(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: RemindJudgesDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /stages/${stageId}/judge-reminders`, key, body };
    await this.reminders.remind(request, stageId, body.judges);
  }
}
