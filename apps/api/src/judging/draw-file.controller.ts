import {
  Controller,
  DefaultValuePipe,
  Get,
  Header,
  Param,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedIn } from '#identity';
import { DrawEvidenceService } from '#judging';
import { CurrentPerson, Public, RequirePermission } from '../http/access.decorator.js';
import { Act, type ActHeaders } from '../http/act.decorator.js';
import type { ApiRequest } from '../http/api-request.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { FileLinkDto } from '../submission/file-link.dto.js';
import { streamedFile } from '../submission/streamed-page.js';
import { DrawMadeDto } from './draw.dto.js';

/** Videos and scans of a draw, and its signed minute. */
@ApiTags('judging')
@Controller()
export class DrawFileController {
  constructor(private readonly evidence: DrawEvidenceService) {}

  /** A PDF, PNG, JPEG or MP4 of at most 1 GiB; by name and by content. */
  @Post('stages/:stageId/draws/:id/files')
  @RequirePermission('draw.record')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async addDrawFile(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('id', PublicIdPipe) id: string,
    @Query('name', new DefaultValuePipe('')) name: string,
    @Req() request: ApiRequest,
    @Act() { userId, key }: ActHeaders,
  ): Promise<DrawMadeDto> {
    const act = { userId, route: `POST /stages/${stageId}/draws/${id}/files`, key };
    return { id: await this.evidence.add(act, stageId, id, { name, bytes: request.raw }) };
  }

  /** A link that opens the file for five minutes. */
  @Get('stages/:stageId/draws/:id/files/:fileId/link')
  @RequirePermission('draw.record')
  async drawFileLink(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('id', PublicIdPipe) id: string,
    @Param('fileId', PublicIdPipe) fileId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<FileLinkDto> {
    return FileLinkDto.from(await this.evidence.link(stageId, id, fileId, userId));
  }

  /** The file that a link of the last five minutes opens. 410 `file-link-expired`. */
  @Get('files/drawn/:token')
  @Public()
  @Header('cache-control', 'private, no-store')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @Header('x-content-type-options', 'nosniff')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async openDrawFile(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return streamedFile(await this.evidence.open(token), reply);
  }
}
