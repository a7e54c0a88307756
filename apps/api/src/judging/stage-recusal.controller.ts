import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { StageRecusalService, SubstituteService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { StageRecusalsDto, SubstitutesDto } from './stage-recusal.dto.js';

/** What recusals left behind in a stage, and whom to call on (回避与补派). */
@ApiTags('judging')
@Controller('stages/:stageId')
export class StageRecusalController {
  constructor(
    private readonly recusals: StageRecusalService,
    private readonly substitutes: SubstituteService,
  ) {}

  /** Whose sheets are excluded, why, and how the entries are covered now; no score. */
  @Get('recusals')
  @RequirePermission('recusal.read')
  async stageRecusals(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<StageRecusalsDto> {
    return StageRecusalsDto.from(await this.recusals.read(stageId, userId));
  }

  /** Entries that a recusal left with too few judges, each with whom every rule lets have it. 409 `window-already-closed`. */
  @Get('substitutes')
  @RequirePermission('assignment.plan')
  async stageSubstitutes(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<SubstitutesDto> {
    return SubstitutesDto.from(await this.substitutes.propose(stageId, userId));
  }
}
