import type { Role } from './role.js';

/** One role a person holds, as the guard needs it. */
export interface Grant {
  readonly role: Role;
  /** uuid of the edition; null for an administrator. */
  readonly editionId: string | null;
  /** The second person of a two-person act. */
  readonly mayApprove: boolean;
}

/** The person behind a request, as one query found it: nothing of it outlives the request. */
export interface SignedIn {
  readonly userId: string;
  /** What the session is known by in the database, 64 hex digits; opens nothing. */
  readonly sessionHash: string;
  readonly displayName: string;
  readonly locale: 'zh' | 'en';
  readonly grants: readonly Grant[];
}
