import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { AssignedEntriesService, HandAssignmentService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { AddAssignmentDto, AssignedEntriesDto, AssignedEntriesQueryDto } from './assigned-entries.dto.js';

/** What stands in a stage, entry by entry, and one assignment more or fewer by hand. */
@ApiTags('judging')
@Controller('stages/:stageId')
export class HandAssignmentController {
  constructor(
    private readonly entries: AssignedEntriesService,
    private readonly hand: HandAssignmentService,
  ) {}

  /** The stage's entries with their judges, by number. */
  @Get('assigned-entries')
  @RequirePermission('assignment.plan')
  async assignedEntries(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Query() query: AssignedEntriesQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<AssignedEntriesDto> {
    return AssignedEntriesDto.from(await this.entries.page(stageId, null, query, userId));
  }

  /** Gives a judge an entry. 409 `assignment-refused` with every reason there is. */
  @Post('assignments')
  @HttpCode(204)
  @RequirePermission('assignment.plan')
  async addAssignment(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: AddAssignmentDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /stages/${stageId}/assignments`, key, body };
    await this.hand.add(request, stageId, { entry: body.entryId, judge: body.judgeId });
  }

  /** Takes it away again, where the judge has not begun. 409 `assignment-begun`. */
  @Post('assignments/:assignmentId/removal')
  @HttpCode(204)
  @RequirePermission('assignment.plan')
  async removeAssignment(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('assignmentId', PublicIdPipe) assignmentId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /stages/${stageId}/assignments/${assignmentId}/removal`;
    await this.hand.remove({ userId, route, key, body: null }, stageId, assignmentId);
  }
}
