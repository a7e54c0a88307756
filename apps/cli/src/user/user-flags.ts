import type { Role } from '#identity';

export interface GrantFlags {
  readonly email: string;
  readonly role: Role;
  /** Slug. */
  readonly edition?: string;
  readonly mayApprove?: boolean;
  /** Address of the security administrator. */
  readonly by?: string;
}

export interface UserFlags extends GrantFlags {
  readonly name: string;
  readonly locale: 'zh' | 'en';
}
