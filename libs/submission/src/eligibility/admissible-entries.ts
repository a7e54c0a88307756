import type { EntityManager } from 'typeorm';

export interface AdmissibleEntry {
  readonly id: string;
  readonly publicId: string;
  readonly number: number;
  readonly title: string;
  readonly trackId: string;
}

/**
 * Submitted entries whose latest version passed its latest check and that stand in no stage yet, by number.
 *
 * @param reader whose ties leave entries out; nobody's where it is null
 */
export async function admissibleEntries(
  manager: EntityManager,
  editionId: string,
  reader: string | null = null,
): Promise<AdmissibleEntry[]> {
  return manager.query<AdmissibleEntry[]>(
    `select e.id, e.public_id as "publicId", e.number, e.title, e.track_id as "trackId" from entries e
     join lateral (select c.outcome, c.entry_version from eligibility_checks c where c.entry_id = e.id
       order by c.number desc limit 1) k on k.outcome = 'passed'
     where e.edition_id = $1 and e.state = 'submitted'
       and not exists (select from entry_versions v where v.entry_id = e.id and v.number > k.entry_version)
       and not exists (select from stage_entries x where x.entry_id = e.id)
       and e.id not in (select conflicted_entries($2))
     order by e.number`,
    [editionId, reader],
  );
}
