import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsUUID } from 'class-validator';
import type { NoticePage, PersonalNotice } from '#mail';
import { PageQueryDto } from '../submission/entry-list.dto.js';
import { MessageTextsDto } from './message-text.dto.js';

export class NoticePageQueryDto extends PageQueryDto {
  /** Of the page before. */
  @IsOptional()
  @IsUUID()
  declare cursor?: string;

  /** Public id of the entry that the notices are about; all of them where it is left out. */
  @IsOptional()
  @IsUUID()
  entry?: string;
}

export class ReadNoticesDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  publicIds: string[];
}

export class NoticeDto {
  publicId: string;
  template: string;
  texts: MessageTextsDto;
  /** Path of the page it is about, from the root. */
  link: string | null;
  recordedAt: string;
  readAt: string | null;

  static from({ recordedAt, readAt, texts, ...notice }: PersonalNotice): NoticeDto {
    return {
      ...notice,
      texts: MessageTextsDto.from(texts),
      recordedAt: recordedAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    };
  }
}

export class NoticePageDto {
  notices: NoticeDto[];
  /** Over all pages. */
  unread: number;
  nextCursor: string | null;

  static from(page: NoticePage): NoticePageDto {
    const { unread, nextCursor } = page;
    return { notices: page.notices.map((notice) => NoticeDto.from(notice)), unread, nextCursor };
  }
}
