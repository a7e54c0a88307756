import type { EntityManager } from 'typeorm';
import type { ImportedJudge } from '#domain';
import { tidyJudgeFacts } from '#domain/roster/judge-facts';
import { normalEmail } from '#identity';
import { judgeFactsColumns } from '#submission';

/** A judge of the edition who has an account, as the office's list may find it again. */
export interface StandingJudge extends ImportedJudge {
  readonly id: string;
  /** Of the facts: from 1, one more with each change. */
  readonly version: number;
  /** Whether the role was taken back. */
  readonly hasEnded: boolean;
}

/** An account that a list names by its address. */
export interface NamedAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly isDisabled: boolean;
  readonly isAdministrator: boolean;
  /** Whether it is a demo account and the edition no demo, or the other way round. */
  readonly isDemoElsewhere: boolean;
  /** Whether it leads or has joined a team of the edition. */
  readonly isInTeam: boolean;
  /** Whether it holds the role of a judge in the edition. */
  readonly isJudge: boolean;
  /** Whether it held the role, and holds it no more. */
  readonly hasBeenJudge: boolean;
}

const role = (condition: string) => `exists (select from role_grants g where g.user_id = u.id and ${condition})`;

/** @param holds whether they are to stay as they are until the transaction ends */
export async function standingJudges(
  manager: EntityManager,
  editionId: string,
  holds: boolean,
): Promise<StandingJudge[]> {
  const rows = await manager.query<StandingJudge[]>(
    `select j.id, j.version, ${judgeFactsColumns}, u.email, u.display_name as name,
       not ${role(`g.edition_id = $1 and g.role in ('judge', 'panel-chair') and g.revoked_at is null`)}
         and ${role(`g.edition_id = $1 and g.role = 'judge'`)} as "hasEnded"
     from judges j join users u on u.id = j.user_id where j.edition_id = $1 order by j.id ${holds ? 'for update of j' : ''}`,
    [editionId],
  );
  return rows.map((row) => ({ ...row, ...tidyJudgeFacts(row) }));
}

/** By the address as it is stored. */
export async function accountsOf(
  manager: EntityManager,
  editionId: string,
  emails: readonly string[],
): Promise<ReadonlyMap<string, NamedAccount>> {
  const rows = await manager.query<NamedAccount[]>(
    `select u.id, u.email, u.display_name as name, u.disabled_at is not null as "isDisabled",
       ${role(`g.edition_id is null and g.revoked_at is null`)} as "isAdministrator",
       u.is_demo <> (select d.is_demo from editions d where d.id = $1) as "isDemoElsewhere",
       exists (select from entries e where e.edition_id = $1 and entry_is_read_by(e, u.id)) as "isInTeam",
       ${role(`g.edition_id = $1 and g.role = 'judge' and g.revoked_at is null`)} as "isJudge",
       ${role(`g.edition_id = $1 and g.role = 'judge' and g.revoked_at is not null`)} as "hasBeenJudge"
     from users u where u.email = any ($2)`,
    [editionId, emails.map(normalEmail)],
  );
  return new Map(rows.map((row) => [row.email, row]));
}
