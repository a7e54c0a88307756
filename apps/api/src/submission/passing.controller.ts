import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { PassingService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { EntryPassingDto, SetPassingDto } from './passing.dto.js';

/** A team's leave to pass its entry on, office by office. */
@ApiTags('team')
@Controller('entries/:publicId/passing')
@RequirePermission('passing.own')
export class PassingController {
  constructor(private readonly passings: PassingService) {}

  /** Every office that entries can be passed to, with its switch, and what would be passed. */
  @Get()
  async entryPassing(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<EntryPassingDto> {
    return EntryPassingDto.from(await this.passings.own(publicId, userId));
  }

  /** Allows passing on to one office, or withdraws it. 403 `lead-only`. */
  @Put(':office')
  @HttpCode(204)
  async setPassing(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Param('office', PublicIdPipe) office: string,
    @Body() body: SetPassingDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `PUT /entries/${publicId}/passing/${office}`, key, body };
    await this.passings.set(request, publicId, office, body);
  }
}
