import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsUUID } from 'class-validator';
import type { JudgeReminder } from '#judging';
import { MessageTextsDto } from '../mail/message-text.dto.js';

export class RemindJudgesDto {
  /** Ids of judges, 1 to 500. */
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  judges: string[];
}

export class JudgeReminderDto {
  /** Each judge reads it in the language of the own account first. */
  texts: MessageTextsDto;
  /** Path from the root. */
  link: string;

  static from({ texts, link }: JudgeReminder): JudgeReminderDto {
    return { texts: MessageTextsDto.from(texts), link };
  }
}
