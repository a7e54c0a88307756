export { AccessService, type NamedObject } from './access.service.js';
export {
  accountPurposeNames,
  accountPurposes,
  consentVersion,
  entryPurposeNames,
  type AccountPurpose,
  type ConsentPurpose,
  type ConsentBasis,
  type EntryPurpose,
} from './consent-purposes.js';
export { assertNoCompetitor, assertNoJudge } from './judge-and-team.js';
export {
  assertVersion,
  ConsentService,
  type ConsentSubject,
  type GivenConsent,
  type StandingConsent,
  standingOf,
} from './consent.service.js';
export { assertFreeOfStage, assertFreeOfTies } from './free-of-ties.js';
export { InvitationAttempts } from './invitation/invitation-attempts.js';
export {
  hashOfToken,
  invitationDays,
  invitationKeyHash,
  newInvitationSecrets,
  newInvitationToken,
  shownCode,
  type InvitationSecrets,
} from './invitation/invitation-code.js';
export { ForgottenPasswordService } from './forgotten-password.service.js';
export { IdempotencyService, type IdempotentRequest, type IdempotentResult } from './idempotency.service.js';
export { IdentityModule } from './identity.module.js';
export { isScopedNoun, type ScopedNoun } from './object-scope.service.js';
export { attemptKeys, LoginThrottleService } from './login-throttle.service.js';
export { OneTimeLinkService } from './one-time-link.service.js';
export { hashPassword } from './password.js';
export {
  fieldClasses,
  permission,
  permissionMatrix,
  type FieldClass,
  type ObjectScope,
  type Permission,
  type PermissionName,
} from './permission-matrix.js';
export {
  administratorRoles,
  editionRoles,
  isAdministratorRole,
  isJudgingRole,
  roles,
  type AdministratorRole,
  type EditionRole,
  type Role,
} from './role.js';
export {
  ReadingPreferenceService,
  type ReadingPreferences,
  type TextSize,
  entryShares,
  textSizes,
} from './reading-preference.service.js';
export { RegistrationConfirmationService } from './registration-confirmation.service.js';
export { RegistrationService, type RegistrationLetter, type RegistrationRequest } from './registration.service.js';
export { renderPermissions, type RouteAccess } from './render-permissions.js';
export { answeredObjects, type AnsweredObject, type AnsweringDocument } from './visibility/answered-object.js';
export { answerFields, plainAnswers } from './visibility/answers.js';
export { identityFields, type IdentityField } from './visibility/identity-field.js';
export { letterFields } from './visibility/letters.js';
export { renderVisibility } from './visibility/render-visibility.js';
export {
  maySee,
  type Moment,
  type Sight,
  type Viewer,
  viewers,
  visibilityMatrix,
  type VisibilityRow,
} from './visibility/visibility-matrix.js';
export { RoleGrantService, type GrantRequest } from './role-grant.service.js';
export { RoleService, type NewGrant, type RoleOfPerson } from './role.service.js';
export { SessionPolicy } from './session-policy.js';
export { SessionService } from './session.service.js';
export type { Grant, SignedIn } from './signed-in.js';
export { SignInService } from './sign-in.service.js';
export * from './organisation/organisation-row.js';
export {
  OrganisationMatchService,
  type OrganisationMatch,
  type OrganisationSuggestion,
} from './organisation/organisation-match.service.js';
export { OrganisationMergeService, type OrganisationMerge } from './organisation/organisation-merge.service.js';
export {
  OrganisationQueryService,
  type OrganisationDetail,
  type OrganisationHistoryLine,
  type OrganisationPage,
} from './organisation/organisation-query.service.js';
export { OrganisationBulkService, type OrganisationWrite } from './organisation/organisation-bulk.service.js';
export { OrganisationRegisterService } from './organisation/organisation-register.service.js';
export {
  holdOrganisationRegister,
  recogniseOrganisations,
  shareOrganisationRegister,
} from './organisation/recognise-organisations.js';
export { otherApprovers } from './other-approvers.js';
export { isWellFormedName, normalEmail, UserService, type NewUser, type UserSummary } from './user.service.js';
