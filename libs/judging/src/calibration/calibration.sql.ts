import type { BilingualText } from '#domain';
import type { Scores } from '#domain/rubric/calibration';

export interface CalibrationRow {
  readonly publicId: string;
  readonly calibrationId: string;
  readonly stageId: string;
  readonly judgeId: string;
  readonly position: number;
  readonly edition: { readonly slug: string; readonly name: BilingualText; readonly isDemo: boolean };
  readonly stage: { readonly key: string; readonly name: BilingualText };
  readonly isOpen: boolean;
  readonly entry: { readonly title: string; readonly summary: string; readonly language: 'zh' | 'en' };
  readonly reference: Scores;
  /** Id of the rules version by which the office scored. */
  readonly referenceRules: string;
  /** By which the judge did. */
  readonly ownRules: string | null;
  readonly scores: Scores | null;
  readonly submittedAt: Date | null;
}

/**
 * $1 user, $2 public id, or null for all that the judge has in stages that are being judged: the others owe none. Nothing
 * before judging has opened, since until then the judge's own statements change what is given.
 */
export const calibrationSql = `
  select d.public_id as "publicId", d.calibration_id as "calibrationId", d.stage_id as "stageId",
         d.judge_id as "judgeId", d.position,
         jsonb_build_object('slug', x.slug, 'isDemo', x.is_demo,
           'name', jsonb_build_object('zh', x.name_zh, 'en', x.name_en)) as edition,
         jsonb_build_object('key', s.key, 'name', jsonb_build_object('zh', s.name_zh, 'en', s.name_en)) as stage,
         window_is_open(w, clock_timestamp()) as "isOpen",
         jsonb_build_object('title', e.title, 'summary', e.summary, 'language', e.language) as entry,
         c.reference, c.rules_version_id as "referenceRules", t.rules_version_id as "ownRules", t.scores, t.submitted_at as "submittedAt"
    from calibration_desks d
    join calibration_entries c on c.id = d.calibration_id
    join entries e on e.id = d.entry_id
    join stages s on s.id = d.stage_id
    join editions x on x.id = s.edition_id
    join windows w on w.stage_id = s.id and w.kind = 'judging' and w.opened_at is not null
    left join calibration_sheets t on t.calibration_id = d.calibration_id and t.judge_id = d.judge_id
   where d.user_id = $1 and (d.public_id = $2 or $2::uuid is null and window_is_open(w, clock_timestamp()))
     and not recusal_awaits(d.judge_id, d.entry_id)
   order by d.stage_id, d.position`;

/**
 * $1 stage, $2 judge: the calibration entries that the judge has still to score before the entries of the stage, as far as
 * conflicts are declared. Outside the window none can be scored and none is owed: a sheet unlocked later is taken, and a
 * late one is refused as late.
 */
export const calibrationAwaitedSql = `
  select c.id from calibration_entries c join entries e on e.id = c.entry_id and e.state = 'submitted'
    join windows w on w.stage_id = c.stage_id and w.kind = 'judging' and window_is_open(w, clock_timestamp())
   where c.stage_id = $1 and c.removed_at is null and not has_conflict($2, c.entry_id)
     and not recusal_awaits($2, c.entry_id)
     and not exists (select from calibration_sheets s where s.calibration_id = c.id and s.judge_id = $2)`;
