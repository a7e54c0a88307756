import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { judgeCommitment } from '#domain';
import type { IssuedJudgeInvitation, JudgeAnswer, JudgeInvitationPreview } from '#judging';
import { NameDto } from '../contest/name.dto.js';
import { MessageTextsDto } from '../mail/message-text.dto.js';

export class IssueJudgeInvitationDto {
  /** Whether a letter with a link of its own goes to the judge's address too. */
  @IsBoolean()
  isMailed: boolean;
}

export class IssuedJudgeInvitationDto {
  /** Path from the root; shown this once. */
  link: string;
  /** `ABCD-EFGH`; shown this once. */
  code: string;
  expiresAt: string;
  name: string;
  /** The judge's own language. */
  locale: 'zh' | 'en';
  /** Ready to be copied; the address follows it. */
  texts: MessageTextsDto;

  static from({ link, code, expiresAt, name, locale, texts }: IssuedJudgeInvitation): IssuedJudgeInvitationDto {
    return { link, code, name, locale, expiresAt: expiresAt.toISOString(), texts: MessageTextsDto.from(texts) };
  }
}

export class JudgeInvitationKeyDto {
  /** The token of a link, or a code as typed. */
  @IsString()
  @Length(8, 60)
  key: string;
}

export class CommitmentDto {
  version: string;
  /** Paragraph by paragraph. */
  zh: string[];
  en: string[];
}

export class JudgeInvitationPreviewDto {
  edition: NameDto;
  /** Who is invited. */
  name: string;
  expiresAt: string;
  /** Whether the account signs in already; else a password is chosen on accepting. */
  signsIn: boolean;
  answer: 'accepted' | 'declined' | null;
  answeredAt: string | null;
  /** What is signed on accepting (评委承诺书). */
  commitment: CommitmentDto;

  static from({ expiresAt, answeredAt, ...preview }: JudgeInvitationPreview): JudgeInvitationPreviewDto {
    const { version, zh, en } = judgeCommitment;
    return {
      ...preview,
      ...{ expiresAt: expiresAt.toISOString(), answeredAt: answeredAt && answeredAt.toISOString() },
      commitment: { version, zh: [...zh], en: [...en] },
    };
  }
}

export class AnswerJudgeInvitationDto extends JudgeInvitationKeyDto {
  @IsIn(['accepted', 'declined'])
  answer: JudgeAnswer;

  /** Of the commitment as it was read; needed to accept. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  commitmentVersion?: string;

  /** Why somebody declines. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;

  /** Chosen on accepting by who has none. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  password?: string;
}
