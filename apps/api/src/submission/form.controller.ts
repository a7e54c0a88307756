import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { FormEditService, FormService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import {
  FormDeskDto,
  FormDraftDto,
  FormDraftKeptDto,
  FormDto,
  FormNodesDto,
  FormNodeDto,
  FormPublishedDto,
  FormQueryDto,
} from './form.dto.js';

/** What an edition asks of its entries, and the drafts from which the office publishes it. */
@ApiTags('submission')
@Controller('editions/:slug')
export class FormController {
  constructor(
    private readonly forms: FormService,
    private readonly edits: FormEditService,
  ) {}

  /** The form that a new entry of a track fills in. */
  @Get('form')
  @RequirePermission('form.read')
  async entryForm(@Param('slug') slug: string, @Query() { track }: FormQueryDto): Promise<FormDto> {
    return FormDto.from(await this.forms.forTrack(slug, track));
  }

  /** The track tree, and which of its nodes have a form of their own. */
  @Get('forms')
  @RequirePermission('form.edit')
  async formNodes(@Param('slug') slug: string): Promise<FormNodesDto> {
    return { nodes: (await this.edits.nodes(slug)).map((node) => FormNodeDto.from(node)) };
  }

  /** One node's draft, or what a draft would begin from. */
  @Get('forms/:trackKey')
  @RequirePermission('form.edit')
  async formDesk(@Param('slug') slug: string, @Param('trackKey') trackKey: string): Promise<FormDeskDto> {
    return FormDeskDto.from(await this.edits.desk(slug, trackKey));
  }

  /** Keeps a draft, right or wrong. 412 `revision-stale` where somebody else has changed it. */
  @Put('forms/:trackKey/draft')
  @RequirePermission('form.edit')
  async saveFormDraft(
    @Param('slug') slug: string,
    @Param('trackKey') trackKey: string,
    @Body() { document }: FormDraftDto,
    @IfMatch() seen: number,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<FormDraftKeptDto> {
    const { version, problems } = await this.edits.saveDraft(slug, trackKey, document, { userId, seen });
    return { version, problems: problems.map((problem) => ({ ...problem })) };
  }

  /** Forgets a draft; what is published stays. */
  @Delete('forms/:trackKey/draft')
  @HttpCode(204)
  @RequirePermission('form.edit')
  async discardFormDraft(
    @Param('slug') slug: string,
    @Param('trackKey') trackKey: string,
    @IfMatch() seen: number,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `DELETE /editions/${slug}/forms/${trackKey}/draft`, key, body: seen };
    await this.edits.discardDraft(request, slug, trackKey, seen);
  }

  /** Publishes the draft as a version that never changes. 400 `form-invalid`, 409 `form-unchanged`, 412. */
  @Post('forms/:trackKey/versions')
  @RequirePermission('form.edit')
  async publishForm(
    @Param('slug') slug: string,
    @Param('trackKey') trackKey: string,
    @IfMatch() seen: number,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<FormPublishedDto> {
    const request = { userId, route: `POST /editions/${slug}/forms/${trackKey}/versions`, key, body: seen };
    return { number: await this.edits.publish(request, slug, trackKey, seen) };
  }
}
