import { Controller, Get, Header, Headers, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AssignedEntryService } from '#judging';
import { Public } from '../http/access.decorator.js';
import { streamedPart } from '../submission/streamed-page.js';

/** Films for judges: recusal is looked at whenever a link is used, for each part that a player asks for. */
@ApiTags('judging')
@Controller('files/assigned')
@Public()
export class AssignedVideoController {
  constructor(private readonly entries: AssignedEntryService) {}

  /** The film, or the part of it that `Range` names. 410 `file-link-expired`. */
  @Get(':token/video')
  @Header('cache-control', 'private, no-store')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @Header('x-content-type-options', 'nosniff')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Header('accept-ranges', 'bytes')
  @ApiOkResponse({ content: { 'video/mp4': { schema: { type: 'string', format: 'binary' } } } })
  async openAssignedVideo(
    @Param('token') token: string,
    @Headers('range') range: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return streamedPart(await this.entries.openVideo(token), range, reply);
  }
}
