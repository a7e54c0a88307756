import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PublishedListService } from '#results';
import { Public } from '../http/access.decorator.js';
import { EtagInterceptor } from '../http/etag.interceptor.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { PublicAwardListDto, PublicAwardListsDto, PublicAwardListSummaryDto } from './public-award-list.dto.js';

/** Published award lists (获奖名单), open to everyone. */
@ApiTags('results')
@Controller('public/award-lists')
export class PublicAwardListController {
  constructor(private readonly published: PublishedListService) {}

  /** Every published list, newest first. */
  @Get()
  @Public()
  @UseInterceptors(EtagInterceptor)
  async publicAwardLists(): Promise<PublicAwardListsDto> {
    return { lists: (await this.published.lists()).map(PublicAwardListSummaryDto.from) };
  }

  /** One published list with all that an outsider needs to check it. */
  @Get(':publicId')
  @Public()
  @UseInterceptors(EtagInterceptor)
  async publicAwardList(@Param('publicId', PublicIdPipe) publicId: string): Promise<PublicAwardListDto> {
    return PublicAwardListDto.of(await this.published.list(publicId));
  }
}
