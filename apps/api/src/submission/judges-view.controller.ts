import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { JudgesViewService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { JudgesViewDto } from './judges-view.dto.js';

/** An own entry with the eyes of its judges. */
@ApiTags('submission')
@Controller()
export class JudgesViewController {
  constructor(private readonly views: JudgesViewService) {}

  /** What the judges of each stage see, what anonymised copies leave out, and where the team is still named. */
  @Get('entries/:publicId/judges-view')
  @RequirePermission('entry.own')
  async judgesView(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<JudgesViewDto> {
    return JudgesViewDto.from(await this.views.own(publicId, userId));
  }
}
