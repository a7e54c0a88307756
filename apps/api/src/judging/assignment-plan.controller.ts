import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import {
  AssignedEntriesService,
  AssignmentApplicationService,
  AssignmentDeskService,
  AssignmentRequestService,
} from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { AssignedEntriesDto, AssignedEntriesQueryDto } from './assigned-entries.dto.js';
import { ApplyAssignmentDto, AssignmentParametersDto } from './assignment-parameters.dto.js';
import {
  AssignmentDeskDto,
  AssignmentPreviewDto,
  AssignmentRunDto,
  AssignmentRunMadeDto,
} from './assignment-plan.dto.js';

/** Plans of who judges what in a stage (评委分配): asked for, looked at, applied as one unit. */
@ApiTags('judging')
@Controller('stages/:stageId')
export class AssignmentPlanController {
  constructor(
    private readonly desks: AssignmentDeskService,
    private readonly entries: AssignedEntriesService,
    private readonly requests: AssignmentRequestService,
    private readonly applications: AssignmentApplicationService,
  ) {}

  /** What stands, the judges there are, and the newest plans. */
  @Get('assignment')
  @RequirePermission('assignment.plan')
  async stageAssignment(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<AssignmentDeskDto> {
    return AssignmentDeskDto.from(await this.desks.desk(stageId, userId));
  }

  /** Asks for a plan; one that waits to be applied gives way. 409 `assignment-plan-running`. */
  @Post('assignment-runs')
  @RequirePermission('assignment.plan')
  async requestAssignment(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: AssignmentParametersDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<AssignmentRunMadeDto> {
    const request = { userId, route: `POST /stages/${stageId}/assignment-runs`, key, body };
    return { id: await this.requests.request(request, stageId, body) };
  }

  /** How far a plan is. */
  @Get('assignment-runs/:runId')
  @RequirePermission('assignment.plan')
  async assignmentRun(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('runId', PublicIdPipe) runId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<AssignmentRunDto> {
    return AssignmentRunDto.from(await this.desks.run(stageId, runId, userId));
  }

  /** What came of it: figures, loads and what would change; or why there is no plan, with the smallest relaxation. */
  @Get('assignment-runs/:runId/preview')
  @RequirePermission('assignment.plan')
  async assignmentPreview(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('runId', PublicIdPipe) runId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<AssignmentPreviewDto> {
    return AssignmentPreviewDto.from(await this.desks.preview(stageId, runId, userId));
  }

  /** The stage's entries with the judges that a plan gives them, by number. */
  @Get('assignment-runs/:runId/entries')
  @RequirePermission('assignment.plan')
  async plannedEntries(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('runId', PublicIdPipe) runId: string,
    @Query() query: AssignedEntriesQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<AssignedEntriesDto> {
    return AssignedEntriesDto.from(await this.entries.page(stageId, runId, query, userId));
  }

  /** Makes the plan what stands, whole. 409 where anything has changed since, or somebody was first. */
  @Post('assignment-runs/:runId/application')
  @HttpCode(204)
  @RequirePermission('assignment.plan')
  async applyAssignment(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('runId', PublicIdPipe) runId: string,
    @Body() body: ApplyAssignmentDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /stages/${stageId}/assignment-runs/${runId}/application`, key, body };
    await this.applications.apply(request, stageId, runId, body.planHash);
  }

  /** Gives up a plan that was not applied. */
  @Post('assignment-runs/:runId/discard')
  @HttpCode(204)
  @RequirePermission('assignment.plan')
  async discardAssignment(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('runId', PublicIdPipe) runId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /stages/${stageId}/assignment-runs/${runId}/discard`;
    await this.requests.discard({ userId, route, key, body: null }, stageId, runId);
  }

  /** Ends a plan that is being made. */
  @Post('assignment-runs/:runId/cancellation')
  @HttpCode(204)
  @RequirePermission('assignment.plan')
  async cancelAssignment(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('runId', PublicIdPipe) runId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /stages/${stageId}/assignment-runs/${runId}/cancellation`;
    await this.requests.cancel({ userId, route, key, body: null }, stageId, runId);
  }
}
