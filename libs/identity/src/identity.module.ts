import { type DynamicModule, Module } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { MailModule } from '#mail';
import { AccessService } from './access.service.js';
import { ConsentService } from './consent.service.js';
import { ForgottenPasswordService } from './forgotten-password.service.js';
import { IdempotencyService } from './idempotency.service.js';
import { InvitationAttempts } from './invitation/invitation-attempts.js';
import { LoginThrottleService } from './login-throttle.service.js';
import { NewAccountService } from './new-account.service.js';
import { ObjectScopeService } from './object-scope.service.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { OrganisationBulkService } from './organisation/organisation-bulk.service.js';
import { OrganisationMatchService } from './organisation/organisation-match.service.js';
import { OrganisationMergeService } from './organisation/organisation-merge.service.js';
import { OrganisationQueryService } from './organisation/organisation-query.service.js';
import { OrganisationRegisterService } from './organisation/organisation-register.service.js';
import { OrganisationStore } from './organisation/organisation-store.js';
import { ReadingPreferenceService } from './reading-preference.service.js';
import { RegistrationConfirmationService } from './registration-confirmation.service.js';
import { RegistrationService } from './registration.service.js';
import { RoleGrantService } from './role-grant.service.js';
import { RoleService } from './role.service.js';
import { SessionPolicy } from './session-policy.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';
import { UserService } from './user.service.js';

const services = [
  AccessService,
  ConsentService,
  ForgottenPasswordService,
  IdempotencyService,
  InvitationAttempts,
  LoginThrottleService,
  OneTimeLinkService,
  OrganisationBulkService,
  OrganisationMatchService,
  OrganisationMergeService,
  OrganisationQueryService,
  OrganisationRegisterService,
  ReadingPreferenceService,
  RegistrationConfirmationService,
  RegistrationService,
  RoleGrantService,
  RoleService,
  SessionService,
  SignInService,
  UserService,
];

@Module({})
export class IdentityModule {
  /** Global: every feature asks who somebody is. */
  static register(policy: SessionPolicy): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      imports: [LedgerModule, MailModule],
      providers: [
        { provide: SessionPolicy, useValue: policy },
        ...[NewAccountService, ObjectScopeService, OrganisationStore],
        ...services,
      ],
      exports: [SessionPolicy, ...services],
    };
  }
}
