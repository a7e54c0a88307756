import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OneTimeLinkService } from '#identity';
import { Public } from '../http/access.decorator.js';
import { SetPasswordDto } from './password.dto.js';

@ApiTags('identity')
@Controller('passwords')
export class PasswordController {
  constructor(private readonly links: OneTimeLinkService) {}

  /** Sets a password by a one-time link. 400 `password-too-weak`, 410 `link-expired`. */
  @Public()
  @Post()
  @HttpCode(204)
  setPassword(@Body() { token, password }: SetPasswordDto): Promise<void> {
    return this.links.setPassword(token, password);
  }
}
