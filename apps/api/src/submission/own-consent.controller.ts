import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { accountPurposeNames, type AccountPurpose, type SignedIn } from '#identity';
import { OwnConsentService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { AccountPurposePipe } from './account-purpose.pipe.js';
import { SetConsentDto } from './consent.dto.js';
import { OwnConsentsDto } from './own-consent.dto.js';

/** What a person has agreed to, for the account and for each entry. */
@ApiTags('identity')
@Controller('my/consents')
@RequirePermission('consent.own')
export class OwnConsentController {
  constructor(private readonly consents: OwnConsentService) {}

  /** All of them, as they stand and as they were given and withdrawn. */
  @Get()
  async allMyConsents(@CurrentPerson() { userId }: SignedIn): Promise<OwnConsentsDto> {
    return OwnConsentsDto.from(await this.consents.mine(userId));
  }

  /** Gives or withdraws consent to a purpose of the account. 409 `consent-contract`. */
  @Put(':purpose')
  @HttpCode(204)
  @ApiParam({ name: 'purpose', enum: accountPurposeNames })
  async setAccountConsent(
    @Param('purpose', AccountPurposePipe) purpose: AccountPurpose,
    @Body() body: SetConsentDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.consents.set({ userId, route: `PUT /my/consents/${purpose}`, key, body }, purpose, body);
  }
}
