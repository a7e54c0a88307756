import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { EntryTranslationService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { ConfirmTranslationDto, OwnTranslationDto, WriteTranslationDto } from './translation.dto.js';

/** Title and summary of an entry in its other language. */
@ApiTags('submission')
@Controller()
export class TranslationController {
  constructor(private readonly translations: EntryTranslationService) {}

  /** Of an own entry, with the original that it renders. */
  @Get('entries/:publicId/translation')
  @RequirePermission('entry.own')
  async myTranslation(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<OwnTranslationDto> {
    return OwnTranslationDto.from(await this.translations.own(publicId, userId));
  }

  /**
   * The team's own wording, which is confirmed with it, or a machine's, which is not. 412 `revision-stale`,
   * 409 `translation-being-read`.
   */
  @Put('entries/:publicId/translation')
  @HttpCode(204)
  @RequirePermission('entry.own')
  async writeMyTranslation(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: WriteTranslationDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `PUT /entries/${publicId}/translation`, key, body };
    await this.translations.writeOwn(request, publicId, body);
  }

  /** The team takes the wording for what its original says now. 412 `revision-stale`, 409 `translation-missing`. */
  @Post('entries/:publicId/translation/confirmation')
  @HttpCode(204)
  @RequirePermission('entry.own')
  async confirmTranslation(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: ConfirmTranslationDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /entries/${publicId}/translation/confirmation`, key, body };
    await this.translations.confirmOwn(request, publicId, body.seen);
  }

  /** The office's wording of a submitted entry; the team is told. 412 `revision-stale`, 409 `translation-being-read`. */
  @Put('editions/:slug/entries/:publicId/translation')
  @HttpCode(204)
  @RequirePermission('translation.write')
  async writeTranslation(
    @Param('slug') slug: string,
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: WriteTranslationDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `PUT /editions/${slug}/entries/${publicId}/translation`;
    await this.translations.writeForTeam({ userId, route, key, body }, { slug, publicId }, body);
  }
}
