import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { EditionOutboxService } from '#contest';
import type { SignedIn } from '#identity';
import { exampleMessages } from '#mail';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { MessageTextsDto } from './message-text.dto.js';
import { MessageDetailDto, MessageListQueryDto, MessagePageDto, MessageTemplatesDto } from './outbox.dto.js';

/** The outbox of an edition: everything that was written to anybody about it. */
@ApiTags('mail')
@Controller('editions/:slug')
export class OutboxController {
  constructor(private readonly outbox: EditionOutboxService) {}

  /** Messages, newest first, a page at a time. */
  @Get('messages')
  @RequirePermission('message.read')
  async messages(
    @Param('slug') slug: string,
    @Query() query: MessageListQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<MessagePageDto> {
    return MessagePageDto.from(await this.outbox.page(slug, query, userId));
  }

  /** One message in both languages, with each attempt to send it. */
  @Get('messages/:publicId')
  @RequirePermission('message.read')
  async message(
    @Param('slug') slug: string,
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<MessageDetailDto> {
    return MessageDetailDto.of(await this.outbox.detail(slug, publicId, userId));
  }

  /** Keeps a waiting message from being sent; it stays on the person's page. 409 `message-not-ready`. */
  @Post('messages/:publicId/hold')
  @HttpCode(204)
  @RequirePermission('message.send')
  async holdMessage(
    @Param('slug') slug: string,
    @Param('publicId', PublicIdPipe) publicId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/messages/${publicId}/hold`;
    await this.outbox.act({ userId, route, key, body: null }, slug, publicId, 'hold');
  }

  /** Lets a held message go. 409 `message-not-ready`. */
  @Post('messages/:publicId/release')
  @HttpCode(204)
  @RequirePermission('message.send')
  async releaseMessage(
    @Param('slug') slug: string,
    @Param('publicId', PublicIdPipe) publicId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/messages/${publicId}/release`;
    await this.outbox.act({ userId, route, key, body: null }, slug, publicId, 'release');
  }

  /** Sends a sent or failed message once more, as another mail. 409 `message-not-ready`. */
  @Post('messages/:publicId/resend')
  @HttpCode(204)
  @RequirePermission('message.send')
  async resendMessage(
    @Param('slug') slug: string,
    @Param('publicId', PublicIdPipe) publicId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/messages/${publicId}/resend`;
    await this.outbox.act({ userId, route, key, body: null }, slug, publicId, 'resend');
  }

  /** Every template, written with example parameters. */
  @Get('message-templates')
  @ApiParam({ name: 'slug', type: String })
  @RequirePermission('message.read')
  messageTemplates(): MessageTemplatesDto {
    return {
      templates: exampleMessages().map(({ texts, ...template }) => ({
        ...template,
        texts: MessageTextsDto.from(texts),
      })),
    };
  }
}
