import { Body, Controller, Get, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RegistrationConfirmationService, RegistrationService } from '#identity';
import { Public } from '../http/access.decorator.js';
import { SessionCookie } from '../http/session-cookie.js';
import { ConfirmRegistrationDto, RegisterDto, RegistrationDto, RegistrationTermsDto } from './registration.dto.js';
import { SessionDto } from './session.dto.js';
import { SessionView } from './session.view.js';

/** Accounts that people make for themselves, where an edition takes entries or a team invites. */
@ApiTags('identity')
@Controller('registrations')
@Public()
export class RegistrationController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly confirmations: RegistrationConfirmationService,
    private readonly cookie: SessionCookie,
    private readonly view: SessionView,
  ) {}

  /** Whether somebody may register now, and what an account asks for. */
  @Get('terms')
  async registrationTerms(): Promise<RegistrationTermsDto> {
    return RegistrationTermsDto.from(await this.registrations.isOpen());
  }

  /**
   * Asks for an account; the same answer whether the address is known. 409 `registration-closed`,
   * 400 `password-too-weak`, 429 `too-many-attempts`.
   */
  @Post()
  @HttpCode(202)
  async register(@Body() body: RegisterDto, @Ip() source: string): Promise<RegistrationDto> {
    return RegistrationDto.from(await this.registrations.register(body, source));
  }

  /** Confirms the address and signs in. 410 `link-expired`, 401 `registration-password-wrong`, 429 `too-many-attempts`. */
  @Post('confirmation')
  async confirmRegistration(
    @Body() { token, password }: ConfirmRegistrationDto,
    @Ip() source: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const session = await this.confirmations.confirm(token, password, source, this.cookie.read(request));
    this.cookie.set(reply, session);
    return this.view.ofToken(session);
  }
}
