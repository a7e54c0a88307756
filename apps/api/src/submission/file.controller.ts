import { Controller, Get, Header, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FileLinkService } from '#submission';
import { Public } from '../http/access.decorator.js';
import { streamedFile } from './streamed-page.js';

/** Files themselves, by their signed link: no cookie is read here, and nothing of them runs in a page of ours. */
@ApiTags('submission')
@Controller('files')
export class FileController {
  constructor(private readonly links: FileLinkService) {}

  /** The file that a link of the last five minutes opens. 410 `file-link-expired`. */
  @Get(':token')
  @Public()
  @Header('cache-control', 'private, no-store')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @Header('x-content-type-options', 'nosniff')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async openFile(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return streamedFile(await this.links.open(token), reply);
  }
}
