import { Controller, Head, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedIn } from '#identity';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import type { ApiRequest } from '../http/api-request.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { TusUploads } from './tus-uploads.js';

/** Bytes of filed files by the tus protocol 1.0.0: cut off anywhere, an upload goes on where it was. */
@ApiTags('submission')
@Controller('uploads')
export class UploadController {
  constructor(private readonly tus: TusUploads) {}

  /** Begins the upload of the file that `Upload-Metadata` names as `file`. 409 `file-not-expected`, 422 `file-differs`. */
  @Post()
  @RequirePermission('entry.own')
  @ApiCreatedResponse({ description: 'Its address stands in `Location`.' })
  async beginUpload(
    @Req() request: ApiRequest,
    @Res() reply: FastifyReply,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.tus.begin(request, reply, userId);
  }

  /** How many bytes are there: `Upload-Offset`. */
  @Head(':publicId')
  @HttpCode(200)
  @RequirePermission('entry.own')
  @ApiOkResponse({ description: 'The offset stands in `Upload-Offset`.' })
  async uploadOffset(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Req() request: ApiRequest,
    @Res() reply: FastifyReply,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.tus.resume(request, reply, publicId, userId);
  }

  /** Further bytes from `Upload-Offset` on; after the last one size and hash are compared. 422 `file-differs`. */
  @Patch(':publicId')
  @HttpCode(204)
  @RequirePermission('entry.own')
  @ApiNoContentResponse({ description: 'The new offset stands in `Upload-Offset`.' })
  async continueUpload(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Req() request: ApiRequest,
    @Res() reply: FastifyReply,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.tus.resume(request, reply, publicId, userId);
  }
}
