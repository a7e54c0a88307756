import { Controller, Get, Header, Param, ParseIntPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AssignedEntryService } from '#judging';
import { Public } from '../http/access.decorator.js';
import { streamedPage } from '../submission/streamed-page.js';

/** Pages for judges: as those for teams, but that recusal is looked at whenever a link is used. */
@ApiTags('judging')
@Controller('files/assigned')
@Public()
export class AssignedPageController {
  constructor(private readonly entries: AssignedEntryService) {}

  /** One page. 410 `file-link-expired`. */
  @Get(':token/pages/:number')
  // Kept on the judge's device for work without network: the token alone opens it, no cookie is read.
  @Header('access-control-allow-origin', '*')
  @Header('cache-control', 'private, no-store')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @Header('x-content-type-options', 'nosniff')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @ApiOkResponse({ content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } })
  async openAssignedPage(
    @Param('token') token: string,
    @Param('number', ParseIntPipe) number: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return streamedPage(await this.entries.open(token, { number, isThumbnail: false }), reply);
  }

  /** One page, small. 410 `file-link-expired`. */
  @Get(':token/thumbnails/:number')
  @Header('cache-control', 'private, no-store')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @Header('x-content-type-options', 'nosniff')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @ApiOkResponse({ content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } })
  async openAssignedThumbnail(
    @Param('token') token: string,
    @Param('number', ParseIntPipe) number: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return streamedPage(await this.entries.open(token, { number, isThumbnail: true }), reply);
  }
}
