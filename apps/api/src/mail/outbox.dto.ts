import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  messageStates,
  type ListedMessage,
  type MessageAttempt,
  type MessageDetail,
  type MessagePage,
  type MessageState,
} from '#mail';
import { NameDto } from '../contest/name.dto.js';
import { PageQueryDto } from '../submission/entry-list.dto.js';
import { MessageTextsDto } from './message-text.dto.js';

export class MessageListQueryDto extends PageQueryDto {
  /** Of the page before. */
  @IsOptional()
  @IsUUID()
  declare cursor?: string;

  @IsOptional()
  @IsIn(messageStates)
  state?: MessageState;

  /** Part of a subject, a name or an address. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class ListedMessageDto {
  publicId: string;
  template: string;
  state: MessageState;
  subject: NameDto;
  /** Null for a bare address. */
  recipient: string | null;
  address: string;
  /** Since it was last sent on purpose. */
  attempts: number;
  /** Stable, kebab-case, such as `smtp-550` or `connection-lost`. */
  lastError: string | null;
  nextAttemptAt: string;
  sentAt: string | null;
  /** When the person read it on its own page. */
  readAt: string | null;
  recordedAt: string;

  static from(message: ListedMessage): ListedMessageDto {
    const { publicId, template, state, subject, recipient, address, attempts, lastError } = message;
    return {
      ...{ publicId, template, state, subject, recipient, address, attempts, lastError },
      nextAttemptAt: message.nextAttemptAt.toISOString(),
      sentAt: message.sentAt?.toISOString() ?? null,
      readAt: message.readAt?.toISOString() ?? null,
      recordedAt: message.recordedAt.toISOString(),
    };
  }
}

export class MessageCountsDto {
  waiting: number;
  held: number;
  sending: number;
  sent: number;
  failed: number;
}

export class MessagePageDto {
  messages: ListedMessageDto[];
  /** Of all that the search finds, whatever state is asked for. */
  counts: MessageCountsDto;
  nextCursor: string | null;

  static from({ messages, counts, nextCursor }: MessagePage): MessagePageDto {
    return { messages: messages.map((message) => ListedMessageDto.from(message)), counts: { ...counts }, nextCursor };
  }
}

export class MessageAttemptDto {
  /** From 1; each time it is sent again on purpose counts. */
  round: number;
  number: number;
  startedAt: string;
  endedAt: string | null;
  /** Null while it is under way. */
  outcome: 'accepted' | 'deferred' | 'refused' | null;
  error: string | null;

  static from({ startedAt, endedAt, ...attempt }: MessageAttempt): MessageAttemptDto {
    return { ...attempt, startedAt: instant(startedAt), endedAt: endedAt === null ? null : instant(endedAt) };
  }
}

export class MessageDetailDto extends ListedMessageDto {
  /** Of the recipient: which language comes first. */
  locale: 'zh' | 'en';
  texts: MessageTextsDto;
  /** Path of the page it is about, from the root. */
  link: string | null;
  templateVersion: number;
  /** Oldest first. */
  log: MessageAttemptDto[];

  static of(message: MessageDetail): MessageDetailDto {
    const { locale, link, templateVersion } = message;
    return {
      ...ListedMessageDto.from(message),
      ...{ locale, link, templateVersion },
      texts: MessageTextsDto.from(message.texts),
      log: message.log.map((attempt) => MessageAttemptDto.from(attempt)),
    };
  }
}

export class MessageTemplateDto {
  key: string;
  version: number;
  name: NameDto;
  /** Written with example parameters. */
  texts: MessageTextsDto;
}

export class MessageTemplatesDto {
  templates: MessageTemplateDto[];
}

const instant = (json: string) => new Date(json).toISOString();
