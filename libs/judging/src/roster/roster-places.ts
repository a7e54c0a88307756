import type { EntityManager } from 'typeorm';
import { hashJson, judgeRoster, type JudgeKind, type JudgeRoster } from '#domain';

export type RosterChangeKind = 'addition' | 'removal';

/** SQL: whether judge `j` has submitted a sheet, also one that counts no more. */
export const hasSubmitted = `exists (select from assignments a join score_sheets s on s.assignment_id = a.id
  where a.judge_id = j.id)`;

/** A judge of the edition with the place that the roster gives. */
export interface RosterPlace {
  readonly judge: string;
  readonly user: string | null;
  readonly kind: JudgeKind | null;
  readonly isActive: boolean;
  /** What awaits a second person. */
  readonly change: {
    readonly id: string;
    readonly kind: RosterChangeKind;
    readonly proposedBy: string;
  } | null;
}

/** Every judge of the edition, by id. */
export function rosterPlaces(manager: EntityManager, editionId: string): Promise<RosterPlace[]> {
  return manager.query<RosterPlace[]>(
    `select j.id as judge, j.user_id as "user", j.kind, j.is_active as "isActive",
       case when c.id is not null then
         json_build_object('id', c.id, 'kind', c.kind, 'proposedBy', c.proposed_by) end as change
     from judges j left join roster_changes c on c.judge_id = j.id and c.outcome is null
     where j.edition_id = $1 order by j.id`,
    [editionId],
  );
}

/** Nobody approves what they proposed, nor their own place: that stays as it is. The database holds both. */
export const mayBeApprovedBy = (approver: string) => (place: RosterPlace) =>
  place.change !== null && place.change.proposedBy !== approver && place.user !== approver;

/** The roster as it is once the reader has approved what others proposed. */
export function rosterFor(
  editionId: string,
  places: readonly RosterPlace[],
  approver: string,
): { readonly document: JudgeRoster; readonly hash: string } {
  const mayBeApproved = mayBeApprovedBy(approver);
  const judges = places.filter((place) => (mayBeApproved(place) ? place.change?.kind === 'addition' : place.isActive));
  const document = judgeRoster(editionId, judges);
  return { document, hash: hashJson(document) };
}
