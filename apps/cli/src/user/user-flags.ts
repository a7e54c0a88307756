import type { Role } from '#identity';

/** An account, and who answers for the act. */
export interface AccountFlags {
  readonly email: string;
  /** Address of the security administrator. */
  readonly by?: string;
}

export interface RoleFlags extends AccountFlags {
  readonly role: Role;
  /** Slug. */
  readonly edition?: string;
}

export interface GrantFlags extends RoleFlags {
  readonly mayApprove?: boolean;
}

export interface UserFlags extends GrantFlags {
  readonly name: string;
  readonly locale: 'zh' | 'en';
}
