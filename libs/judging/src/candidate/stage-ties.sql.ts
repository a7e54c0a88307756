/**
 * What stands about the judges of a stage ($1): of all, or of one ($2, else null). Of what the judges name themselves, the
 * newest statement counts, or ($3) the newest from before judging of the stage opened.
 */
const statedInterests = `
  named_interests n on n.statement_id = (
    select i.id from interest_statements i
     where i.judge_id = j.id and not ($3::boolean and exists (select from windows w
       where w.stage_id = s.id and w.kind = 'judging' and w.opened_at <= i.recorded_at))
     order by i.number desc limit 1)`;

/** Judges on the roster of a stage's ($1) edition; $2 as in {@link statedInterests}. */
export const tiedJudgesSql = `
  select j.id, j.user_id as "userId", u.display_name as name
    from stages s join judges j on j.edition_id = s.edition_id and j.is_active and ($2::uuid is null or j.id = $2)
    left join users u on u.id = j.user_id
   where s.id = $1 order by u.display_name collate "C", j.id`;

/**
 * Employers of those judges as the office and the judges themselves name them: present ones, and those left lately;
 * $2 and $3 as in {@link statedInterests}.
 */
export const heldEmployersSql = `
  select j.id as judge, coalesce(j.employer, l.name_zh) as name, l.survivor_id as organisation, true as "isPresent"
    from stages s join judges j on j.edition_id = s.edition_id and ($2::uuid is null or j.id = $2)
    left join organisation_labels l on l.id = j.employer_id
   where s.id = $1 and (j.employer is not null or l.survivor_id is not null)
  union all select j.id, e.name, o.survivor_id, false
    from stages s join judges j on j.edition_id = s.edition_id and ($2::uuid is null or j.id = $2)
    join judge_employers e on e.judge_id = j.id
    left join organisation_survivors o on o.id = e.organisation_id
   where s.id = $1 and coalesce(e.until_year >= employer_counts_from(s.edition_id), true)
  union all select j.id, n.name, null, n.until_year is null
    from stages s join judges j on j.edition_id = s.edition_id and ($2::uuid is null or j.id = $2)
    join ${statedInterests} and n.kind = 'employer'
   where s.id = $1 and coalesce(n.until_year >= employer_counts_from(s.edition_id), true)`;

/** Whom and what else the judges name; $2 and $3 as in {@link statedInterests}. */
export const heldInterestsSql = `
  select j.id as judge, n.kind, n.name, n.unit
    from stages s join judges j on j.edition_id = s.edition_id and ($2::uuid is null or j.id = $2)
    join ${statedInterests} and n.kind <> 'employer'
   where s.id = $1 order by j.id, n.position`;

/** SQL of what stands about some entries of a stage ($1). */
export interface EntryTiesSql {
  /** Those entries that were not given up, by number. */
  readonly entries: string;
  /** People of their teams, and whom and what those ask to be kept away. */
  readonly teams: string;
  /** Who proposes to each problem that one of them answers, whichever stage their own entry has reached. */
  readonly proposers: string;
  /** What competes with the owner of each of those problems, as the office has recorded. */
  readonly competitors: string;
  /**
   * Pairs with a declared conflict, those whose recusal awaits a second person, and the last decision, with the lines of
   * evidence that were dismissed.
   */
  readonly declared: string;
  readonly ordered: string;
  readonly decided: string;
  /** Whether these are calibration entries: for them, statements of the judges count as they stood before judging opened. */
  readonly isCalibration: boolean;
}

/** @param x relation of `id`, `stage_id`, `entry_id` and `outcome` */
const entryTies = (x: string): Omit<EntryTiesSql, 'isCalibration'> => ({
  entries: `
  select x.id, x.entry_id as "entryId", e.number, e.title, e.enterprise_problem_id as problem
    from ${x} x join entries e on e.id = x.entry_id and e.state = 'submitted'
   where x.stage_id = $1 and coalesce(x.outcome, '') not in ('retired', 'forfeit') order by e.number`,
  teams: `
  select x.id as entry, 'member' as kind, m.name, m.organisation as employer, o.survivor_id as organisation
    from ${x} x join team_members m on m.entry_id = x.entry_id
    left join organisation_survivors o on o.id = m.organisation_id
   where x.stage_id = $1
  union all select x.id, a.kind, a.name, null, null
    from ${x} x join avoidances a on a.entry_id = x.entry_id where x.stage_id = $1`,
  proposers: `
  select distinct e.enterprise_problem_id as problem, e.number, e.id as entry, m.organisation as name,
         o.survivor_id as organisation
    from entries e join team_members m on m.entry_id = e.id and m.organisation is not null
    left join organisation_survivors o on o.id = m.organisation_id
   where e.state = 'submitted' and e.enterprise_problem_id in (
     select p.enterprise_problem_id from ${x} x join entries p on p.id = x.entry_id where x.stage_id = $1)
   order by e.number, m.organisation`,
  competitors: `
  select c.problem_id as problem, coalesce(l.name_zh, '') as name, l.survivor_id as organisation
    from owner_competitors c join organisation_labels l on l.id = c.organisation_id
   where c.removed_at is null and c.problem_id in (
     select p.enterprise_problem_id from ${x} x join entries p on p.id = x.entry_id where x.stage_id = $1)
   order by name`,
  declared: `
  select c.judge_id as judge, x.id as entry from ${x} x
    join conflicts_of_interest c on c.entry_id = x.entry_id where x.stage_id = $1`,
  ordered: `
  select o.judge_id as judge, x.id as entry from ${x} x
    join recusal_orders o on o.entry_id = x.entry_id and o.judge_id is not null and o.outcome is null
   where x.stage_id = $1`,
  decided: `
  select distinct on (d.judge_id, d.entry_id) d.judge_id as judge, x.id as entry, d.outcome,
         coalesce(r.evidence_hashes, '{}') as lines, d.recorded_at as at, r.reason
    from ${x} x join candidate_decisions d on d.entry_id = x.entry_id
    left join dismissal_reasons r on r.decision_id = d.id
   where x.stage_id = $1 order by d.judge_id, d.entry_id, d.id desc`,
});

/** Of the entries that the stage judges; `id` is theirs in the stage. */
export const judgedEntriesSql: EntryTiesSql = { ...entryTies('stage_entries'), isCalibration: false };

/**
 * Of its calibration entries, which are none of the stage; `id` is the calibration's. What a judge states once such an entry
 * lies before the judge changes nothing of it: by naming one after another, a judge would find out whose it is, or owe none.
 */
export const calibrationEntriesSql: EntryTiesSql = {
  ...entryTies(
    '(select id, stage_id, entry_id, null::text as outcome from calibration_entries where removed_at is null)',
  ),
  isCalibration: true,
};

/** What the register takes names of these keys ($1) for. */
export const knownOrganisationsSql = `
  select distinct n.key, s.survivor_id as organisation from organisation_names n
    join organisation_survivors s on s.id = n.organisation_id where n.key = any ($1) and n.removed_at is null`;

/** What is one with each of these organisations ($1): itself, what it is a branch of, and its branches. */
export const relatedOrganisationsSql = `
  select g.id, l.ancestor_id as related from unnest($1::uuid[]) as g (id) join organisation_lines l on l.id = g.id
  union select g.id, l.id from unnest($1::uuid[]) as g (id) join organisation_lines l on l.ancestor_id = g.id`;
