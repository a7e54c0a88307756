import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { InvitationService, MemberDetailsService, MembershipService, TeamQueryService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { InviteDto, IssuedInvitationDto, MemberDetailsDto, MemberEditingDto, NewLeadDto, TeamDto } from './team.dto.js';

/** The people of an entry: contacts, accounts, invitations, rights. */
@ApiTags('team')
@Controller('entries/:publicId')
@RequirePermission('team.own')
export class TeamController {
  constructor(
    private readonly teams: TeamQueryService,
    private readonly details: MemberDetailsService,
    private readonly invitations: InvitationService,
    private readonly members: MembershipService,
  ) {}

  /** The team of one of the person's entries. */
  @Get('team')
  async team(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<TeamDto> {
    return TeamDto.from(await this.teams.read(publicId, userId));
  }

  /** Replaces a member's Latin name, country and contact; what is left out is erased. 403 `entry-read-only`. */
  @Put('team/:memberId')
  @HttpCode(204)
  async setMemberDetails(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Param('memberId', PublicIdPipe) memberId: string,
    @Body() body: MemberDetailsDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `PUT /entries/${publicId}/team/${memberId}`, key, body };
    await this.details.set(request, publicId, memberId, body);
  }

  /** Invites a member; an invitation that stood open is void then. 403 `lead-only`, 409 `member-has-joined`. */
  @Post('team/:memberId/invitation')
  async inviteMember(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Param('memberId', PublicIdPipe) memberId: string,
    @Body() body: InviteDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<IssuedInvitationDto> {
    const request = { userId, route: `POST /entries/${publicId}/team/${memberId}/invitation`, key, body };
    const letter = body.email === undefined ? null : { email: body.email, locale: body.locale };
    return IssuedInvitationDto.from(await this.invitations.issue(request, publicId, memberId, letter));
  }

  /** Takes an open invitation back. 403 `lead-only`. */
  @Delete('team/:memberId/invitation')
  @HttpCode(204)
  async revokeInvitation(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Param('memberId', PublicIdPipe) memberId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `DELETE /entries/${publicId}/team/${memberId}/invitation`, key, body: null };
    await this.invitations.revoke(request, publicId, memberId);
  }

  /** Says whether a member who has joined may change the entry. 403 `lead-only`, 409 `member-not-joined`. */
  @Put('team/:memberId/editing')
  @HttpCode(204)
  async allowEditing(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Param('memberId', PublicIdPipe) memberId: string,
    @Body() body: MemberEditingDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `PUT /entries/${publicId}/team/${memberId}/editing`, key, body };
    await this.members.allowEditing(request, publicId, memberId, body.mayEdit);
  }

  /** Takes a member's account off the team; the name stays. 403 `lead-only`, 409 `member-not-joined`. */
  @Delete('team/:memberId/account')
  @HttpCode(204)
  async removeMember(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Param('memberId', PublicIdPipe) memberId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `DELETE /entries/${publicId}/team/${memberId}/account`, key, body: null };
    await this.members.remove(request, publicId, memberId);
  }

  /** Hands the lead over to a member who has joined. 403 `lead-only`, 409 `member-not-joined`. */
  @Put('lead')
  @HttpCode(204)
  async transferLead(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: NewLeadDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `PUT /entries/${publicId}/lead`, key, body };
    await this.members.transferLead(request, publicId, body.memberId);
  }

  /** Leaves the team; the name stays on the entry. 409 `lead-stays`. */
  @Delete('membership')
  @HttpCode(204)
  async leaveTeam(
    @Param('publicId', PublicIdPipe) publicId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `DELETE /entries/${publicId}/membership`, key, body: null };
    await this.members.leave(request, publicId);
  }
}
