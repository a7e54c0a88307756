import { useContext } from 'react';
import { SessionContext, type SessionState } from './session-context.js';

const wallRoles = new Set(['organiser', 'executive-organiser', 'panel-secretary', 'discipline-supervisor']);
const judgeRoles = new Set(['judge', 'panel-chair']);

export function useSession(): SessionState & { isJudge: boolean; isOrganiser: boolean } {
  const state = useContext(SessionContext);
  if (!state) throw new Error('useSession outside SessionProvider');
  const roles = state.user?.roles ?? [];
  return {
    ...state,
    isJudge: roles.some(({ role }) => judgeRoles.has(role)),
    isOrganiser: roles.some(({ role }) => wallRoles.has(role)),
  };
}
