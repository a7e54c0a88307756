import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { InvitationAcceptanceService } from '#submission';
import { CurrentPerson, Public, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { InvitationKeyDto, InvitationPreviewDto, JoinedTeamDto } from './team.dto.js';

/** Invitations as those see them who are invited. */
@ApiTags('team')
@Controller('invitations')
export class InvitationController {
  constructor(private readonly invitations: InvitationAcceptanceService) {}

  /** What an invitation says; nothing is used up. 410 `invitation-expired`, 429 `too-many-attempts`. */
  @Public()
  @Post('previews')
  @HttpCode(200)
  async previewInvitation(@Body() { key }: InvitationKeyDto, @Ip() source: string): Promise<InvitationPreviewDto> {
    return InvitationPreviewDto.from(await this.invitations.preview(key, source));
  }

  /** Joins the person's account to the team. 410 `invitation-expired`, 409 `already-in-team`, 429 `too-many-attempts`. */
  @Post('acceptances')
  @RequirePermission('invitation.accept')
  async acceptInvitation(
    @Body() body: InvitationKeyDto,
    @IdempotencyKey() key: string,
    @Ip() source: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<JoinedTeamDto> {
    const request = { userId, route: 'POST /invitations/acceptances', key, body };
    return { entry: await this.invitations.accept(request, body.key, source) };
  }
}
