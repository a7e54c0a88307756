import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadingPreferenceService, SignInService, UserService, type SignedIn } from '#identity';
import { CurrentPerson, CurrentVisitor, Public, RequirePermission } from '../http/access.decorator.js';
import { SessionCookie } from '../http/session-cookie.js';
import { ChangeReadingPreferencesDto, SessionDto, SetLocaleDto, SignInDto } from './session.dto.js';
import { SessionView } from './session.view.js';

@ApiTags('identity')
@Controller()
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly users: UserService,
    private readonly preferences: ReadingPreferenceService,
    private readonly cookie: SessionCookie,
    private readonly view: SessionView,
  ) {}

  /** Signs in. 401 `sign-in-failed`, 429 `too-many-attempts`. */
  @Public()
  @Post('sessions')
  async signIn(
    @Body() { email, password }: SignInDto,
    @Ip() source: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const token = await this.signIns.signIn(email, password, source, this.cookie.read(request));
    this.cookie.set(reply, token);
    return this.view.ofToken(token);
  }

  /** Who is signed in, if anybody. */
  @Public()
  @Get('session')
  session(@CurrentVisitor() person: SignedIn | null): Promise<SessionDto> {
    return this.view.of(person);
  }

  /** Signs out: the session is void from the next request on. */
  @RequirePermission('account.use')
  @Delete('session')
  @HttpCode(204)
  async signOut(
    @CurrentPerson() person: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.signOut(person.userId, this.cookie.read(request) ?? '');
    this.cookie.clear(reply);
  }

  /** The person's own language, kept for every later session. */
  @RequirePermission('account.use')
  @Put('session/locale')
  @HttpCode(204)
  setLocale(@CurrentPerson() person: SignedIn, @Body() { locale }: SetLocaleDto): Promise<void> {
    return this.users.setLocale(person.userId, locale);
  }

  /** How the person reads and types, kept for every later session; what is left out of it stays as it is. */
  @RequirePermission('account.use')
  @Put('session/preferences')
  @HttpCode(204)
  setPreferences(@CurrentPerson() person: SignedIn, @Body() change: ChangeReadingPreferencesDto): Promise<void> {
    return this.preferences.change(person.userId, change);
  }
}
