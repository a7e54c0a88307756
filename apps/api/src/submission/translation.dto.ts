import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsString, MaxLength, Min } from 'class-validator';
import { translationAuthors, type TranslationAuthor, type TranslationState, translationStates } from '#domain';
import type { DatedTranslation, OwnTranslation, ReadTranslation, StandingTranslation } from '#submission';

/** Title and summary in the entry's other language; the original prevails. */
export class ReadTranslationDto {
  language: 'zh' | 'en';
  title: string;
  /** Empty where the original has none, or where it is not translated yet. */
  summary: string;

  /** Whose words they are. */
  @ApiProperty({ enum: translationAuthors })
  author: TranslationAuthor;

  @ApiProperty({ enum: translationStates.filter((state) => state !== 'missing') })
  state: Exclude<TranslationState, 'missing'>;

  static from(translation: ReadTranslation): ReadTranslationDto {
    const { language, title, summary, author, state } = translation;
    return { language, title, summary, author, state };
  }
}

export class DatedTranslationDto extends ReadTranslationDto {
  /** From 1: counts the wordings. */
  number: number;
  writtenAt: string;
  /** By the team; null while it has not. */
  confirmedAt: string | null;
  /** Version of the entry then; 0 for a draft. */
  confirmedVersion: number | null;

  static override from(translation: DatedTranslation): DatedTranslationDto {
    const { number, writtenAt, confirmedAt, confirmedVersion } = translation;
    return {
      ...ReadTranslationDto.from(translation),
      ...{ number, confirmedVersion },
      ...{ writtenAt: writtenAt.toISOString(), confirmedAt: confirmedAt?.toISOString() ?? null },
    };
  }
}

export class OriginalDto {
  language: 'zh' | 'en';
  title: string;
  summary: string;
}

export class EntryTranslationDto {
  /** Number of the latest wording, which a new one names as seen; 0 before the first. */
  version: number;
  /** Into which it is translated. */
  language: 'zh' | 'en';

  @ApiProperty({ enum: translationStates })
  state: TranslationState;

  original: OriginalDto;
  text: DatedTranslationDto | null;
  /** Whether judges read the entry now: then the translation stays as it is. */
  isBeingRead: boolean;

  static from({ version, language, state, original, text, isBeingRead }: StandingTranslation): EntryTranslationDto {
    return {
      ...{ version, language, state, isBeingRead, original: { ...original } },
      text: text && DatedTranslationDto.from(text),
    };
  }
}

export class OwnTranslationDto extends EntryTranslationDto {
  mayEdit: boolean;

  static override from(translation: OwnTranslation): OwnTranslationDto {
    return { ...EntryTranslationDto.from(translation), mayEdit: translation.mayEdit };
  }
}

export class ConfirmTranslationDto {
  /** Number of the latest wording that was seen; 0 before the first. */
  @IsInt()
  @Min(0)
  seen: number;
}

export class WriteTranslationDto extends ConfirmTranslationDto {
  /** 1 to 200 characters. */
  @IsString()
  @MaxLength(1000)
  title: string;

  /** At most 4,000 characters; needed where the original has a summary. */
  @IsString()
  @MaxLength(20_000)
  summary: string;

  /** Made by a machine, whoever sends it; readers are told. */
  @IsBoolean()
  isMachine: boolean;
}
