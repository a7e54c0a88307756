import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { JudgeDeskService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { AssignmentDto, JudgeQueueDto } from './assignment.dto.js';

/** A judge's own desk; entries appear under names that say nothing. */
@ApiTags('judging')
@Controller()
export class AssignmentController {
  constructor(private readonly desk: JudgeDeskService) {}

  /** What the person has to score, by stage (我的评审). */
  @Get('my/assignments')
  @RequirePermission('assignment.judge')
  async myAssignments(@CurrentPerson() { userId }: SignedIn): Promise<JudgeQueueDto> {
    return JudgeQueueDto.from(await this.desk.queue(userId));
  }

  /** One assignment: the entry, the rules, the draft and the newest submitted sheet. */
  @Get('assignments/:publicId')
  @RequirePermission('assignment.judge')
  async assignment(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<AssignmentDto> {
    return AssignmentDto.from(await this.desk.sheet(publicId, userId));
  }
}
