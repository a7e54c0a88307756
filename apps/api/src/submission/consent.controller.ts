import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { entryPurposeNames, type EntryPurpose, type SignedIn } from '#identity';
import { EntryConsentService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { EntryPurposePipe } from './entry-purpose.pipe.js';
import { EntryConsentsDto, SetConsentDto } from './consent.dto.js';

/** What a person of a team agrees to for the entry, each purpose by itself. */
@ApiTags('team')
@Controller('entries/:publicId/consents')
@RequirePermission('consent.own')
export class ConsentController {
  constructor(private readonly consents: EntryConsentService) {}

  /** The reader's own, as they stand. */
  @Get()
  async myConsents(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<EntryConsentsDto> {
    return EntryConsentsDto.from(await this.consents.mine(publicId, userId));
  }

  /** Gives or withdraws consent to one purpose. */
  @Put(':purpose')
  @HttpCode(204)
  @ApiParam({ name: 'purpose', enum: entryPurposeNames })
  async setConsent(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Param('purpose', EntryPurposePipe) purpose: EntryPurpose,
    @Body() body: SetConsentDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `PUT /entries/${publicId}/consents/${purpose}`, key, body };
    await this.consents.set(request, publicId, purpose, body);
  }
}
