import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { ReceivingOfficeService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { entriesAPage, EntryNumberPageDto } from './entry-number-page.dto.js';
import { AddedReceivingOfficeDto, AllowedPageDto, NewReceivingOfficeDto, ReceivingOfficesDto } from './passing.dto.js';

/** To whom an edition can pass entries on (接收单位), and whose teams allow it. */
@ApiTags('submission')
@Controller('editions/:slug/receiving-offices')
export class ReceivingOfficeController {
  constructor(private readonly offices: ReceivingOfficeService) {}

  /** Those that receive first, then the closed ones. */
  @Get()
  @RequirePermission('receiving-office.edit')
  async receivingOffices(@Param('slug') slug: string): Promise<ReceivingOfficesDto> {
    return ReceivingOfficesDto.from(await this.offices.list(slug));
  }

  /** Adds one; nothing is passed to it before a team allows it. 409 `receiving-office-held`. */
  @Post()
  @RequirePermission('receiving-office.edit')
  async addReceivingOffice(
    @Param('slug') slug: string,
    @Body() body: NewReceivingOfficeDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<AddedReceivingOfficeDto> {
    const request = { userId, route: `POST /editions/${slug}/receiving-offices`, key, body };
    return { publicId: await this.offices.add(request, slug, body) };
  }

  /** Closes one: what teams allowed ends with it. */
  @Post(':office/closing')
  @HttpCode(204)
  @RequirePermission('receiving-office.edit')
  async closeReceivingOffice(
    @Param('slug') slug: string,
    @Param('office', PublicIdPipe) office: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /editions/${slug}/receiving-offices/${office}/closing`, key, body: null };
    await this.offices.close(request, slug, office);
  }

  /** The submitted entries whose teams allow it, by number. */
  @Get(':office/entries')
  @RequirePermission('passing.read')
  async allowedEntries(
    @Param('slug') slug: string,
    @Param('office', PublicIdPipe) office: string,
    @Query() { after }: EntryNumberPageDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<AllowedPageDto> {
    const page = { after: after ?? 0, limit: entriesAPage };
    return AllowedPageDto.from(await this.offices.allowed(slug, office, page, userId));
  }
}
