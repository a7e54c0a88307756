import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { JudgeInvitationService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { IssuedJudgeInvitationDto, IssueJudgeInvitationDto } from './judge-invitation.dto.js';

/** Invitations of an edition's judges, as the office hands them on. */
@ApiTags('judging')
@Controller('editions/:slug/judges/:id/invitation')
export class JudgeInvitationController {
  constructor(private readonly invitations: JudgeInvitationService) {}

  /** Invites a judge by link and code; an invitation before it is dead at once. 409 `judge-has-accepted`. */
  @Post()
  @RequirePermission('judge.invite')
  async inviteJudge(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: IssueJudgeInvitationDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<IssuedJudgeInvitationDto> {
    const request = { userId, route: `POST /editions/${slug}/judges/${id}/invitation`, key, body };
    return IssuedJudgeInvitationDto.from(await this.invitations.issue(request, slug, id, body.isMailed));
  }

  /** Takes back the invitation that stands open; none takes its place. 409 `judge-invitation-missing`. */
  @Delete()
  @HttpCode(204)
  @RequirePermission('judge.invite')
  async takeBackJudgeInvitation(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `DELETE /editions/${slug}/judges/${id}/invitation`;
    await this.invitations.takeBack({ userId, route, key, body: null }, slug, id);
  }
}
