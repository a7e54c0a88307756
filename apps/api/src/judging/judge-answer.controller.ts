import { Body, Controller, HttpCode, Ip, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedIn } from '#identity';
import { InvitationAnswerService } from '#judging';
import { CurrentVisitor, Public } from '../http/access.decorator.js';
import { SessionCookie } from '../http/session-cookie.js';
import { AnswerJudgeInvitationDto, JudgeInvitationKeyDto, JudgeInvitationPreviewDto } from './judge-invitation.dto.js';

/** Invitations to judge as those see them who are invited; they may have no password yet. */
@ApiTags('judging')
@Controller('judge-invitations')
export class JudgeAnswerController {
  constructor(
    private readonly answers: InvitationAnswerService,
    private readonly cookie: SessionCookie,
  ) {}

  /** What an invitation says; nothing is used up. 410 `judge-invitation-expired`, 429 `too-many-attempts`. */
  @Public()
  @Post('previews')
  @HttpCode(200)
  async previewJudgeInvitation(
    @Body() { key }: JudgeInvitationKeyDto,
    @Ip() source: string,
  ): Promise<JudgeInvitationPreviewDto> {
    return JudgeInvitationPreviewDto.from(await this.answers.preview(key, source));
  }

  /**
   * Accepts with the commitment signed, or declines; the same answer again changes nothing. Who has just chosen a password
   * is signed in. 401 `not-signed-in`, 409 `invitation-for-another`, `invitation-answered`, `commitment-changed`.
   */
  @Public()
  @Post('answers')
  @HttpCode(204)
  async answerJudgeInvitation(
    @Body() { key, answer, commitmentVersion, reason, password }: AnswerJudgeInvitationDto,
    @Ip() source: string,
    @CurrentVisitor() person: SignedIn | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const given = {
      ...{ answer, commitmentVersion: commitmentVersion ?? null, password: password ?? null },
      reason: reason?.trim() ? reason.trim() : null,
    };
    const token = await this.answers.answer(key, source, given, person?.userId ?? null);
    if (token !== null) this.cookie.set(reply, token);
  }
}
