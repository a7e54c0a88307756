import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForgottenPasswordService, OneTimeLinkService } from '#identity';
import { Public } from '../http/access.decorator.js';
import { ForgottenPasswordDto, SetPasswordDto } from './password.dto.js';

@ApiTags('identity')
@Controller('passwords')
export class PasswordController {
  constructor(
    private readonly links: OneTimeLinkService,
    private readonly forgotten: ForgottenPasswordService,
  ) {}

  /** Sets a password by a one-time link. 400 `password-too-weak`, 410 `link-expired`. */
  @Public()
  @Post()
  @HttpCode(204)
  setPassword(@Body() { token, password }: SetPasswordDto): Promise<void> {
    return this.links.setPassword(token, password);
  }

  /**
   * Mails a one-time link to an account's own address; the same answer whether there is an account. 429
   * `too-many-attempts`.
   */
  @Public()
  @Post('links')
  @HttpCode(204)
  forgotPassword(@Body() { email }: ForgottenPasswordDto, @Ip() source: string): Promise<void> {
    return this.forgotten.ask(email, source);
  }
}
