import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { WallReadService, WallService } from '#judging';
import { PendingTallyService, TallyQueryService } from '#scoring';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { EtagInterceptor } from '../http/etag.interceptor.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { WallDto } from './wall.dto.js';

/** How far a stage's judging is, without any score (评审进度墙). */
@ApiTags('judging')
@Controller('stages/:stageId/wall')
export class WallController {
  constructor(
    private readonly walls: WallService,
    private readonly reads: WallReadService,
    private readonly pending: PendingTallyService,
    private readonly tallies: TallyQueryService,
  ) {}

  /** Counts by judge and track, coverage, and the newest run. */
  @Get()
  @RequirePermission('stage.watch')
  @UseInterceptors(EtagInterceptor)
  async stageWall(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() person: SignedIn,
  ): Promise<WallDto> {
    await this.reads.note(stageId, person);
    const [wall, pending, run] = await Promise.all([
      this.walls.read(stageId),
      this.pending.count(stageId),
      this.tallies.latest(stageId),
    ]);
    return WallDto.from(wall, pending, run);
  }
}
