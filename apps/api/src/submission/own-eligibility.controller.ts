import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { OwnEligibilityService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { OwnEligibilityDto } from './eligibility-answer.dto.js';

/** What a team reads of its entry's check. */
@ApiTags('submission')
@Controller('entries/:publicId/eligibility')
export class OwnEligibilityController {
  constructor(private readonly eligibility: OwnEligibilityService) {}

  /** Whether it was checked, or what has to be corrected until when. */
  @Get()
  @RequirePermission('entry.own')
  async myEligibility(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<OwnEligibilityDto> {
    return OwnEligibilityDto.from(await this.eligibility.read(publicId, userId));
  }
}
