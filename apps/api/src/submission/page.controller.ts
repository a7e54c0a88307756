import { Controller, Get, Header, Param, ParseIntPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CopyLinkService } from '#submission';
import { Public } from '../http/access.decorator.js';
import { streamedPage } from './streamed-page.js';

/** Pages of viewing copies, by their signed link: pictures that a page of ours shows, also from an origin of their own. */
@ApiTags('submission')
@Controller('files')
@Public()
export class PageController {
  constructor(private readonly copies: CopyLinkService) {}

  /** One page. 410 `file-link-expired`. */
  @Get(':token/pages/:number')
  @Header('cache-control', 'private, no-store')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @Header('x-content-type-options', 'nosniff')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @ApiOkResponse({ content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } })
  async openFilePage(
    @Param('token') token: string,
    @Param('number', ParseIntPipe) number: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return streamedPage(await this.copies.open(token, { number, isThumbnail: false }), reply);
  }

  /** One page, small. 410 `file-link-expired`. */
  @Get(':token/thumbnails/:number')
  @Header('cache-control', 'private, no-store')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @Header('x-content-type-options', 'nosniff')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @ApiOkResponse({ content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } })
  async openFileThumbnail(
    @Param('token') token: string,
    @Param('number', ParseIntPipe) number: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return streamedPage(await this.copies.open(token, { number, isThumbnail: true }), reply);
  }
}
