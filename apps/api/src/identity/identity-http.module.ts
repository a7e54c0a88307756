import { Module } from '@nestjs/common';
import { PasswordController } from './password.controller.js';
import { RegistrationController } from './registration.controller.js';
import { RoleGrantController } from './role-grant.controller.js';
import { SessionController } from './session.controller.js';
import { SessionView } from './session.view.js';

@Module({
  controllers: [SessionController, PasswordController, RegistrationController, RoleGrantController],
  providers: [SessionView],
})
export class IdentityHttpModule {}
