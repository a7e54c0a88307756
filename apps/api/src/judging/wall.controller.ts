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

  /** Counts by judge, track and panel, coverage, and the newest run; nothing of an entry that concerns the reader. */
  @Get()
  @RequirePermission('stage.watch')
  @UseInterceptors(EtagInterceptor)
  async stageWall(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() person: SignedIn,
  ): Promise<WallDto> {
    await this.reads.note(stageId, person);
    const [wall, pending, run] = await Promise.all([
      this.walls.read(stageId, person.userId),
      this.pending.count(stageId),
      this.tallies.latest(stageId),
    ]);
    // A run is of all entries: that it went on would tell of a sheet which the figures leave out.
    return wall.leavesOut ? WallDto.from(wall, null, null) : WallDto.from(wall, pending, run);
  }
}
