import { DomainError, parseDecimal } from '#domain';
import type { EntityManager } from 'typeorm';
import { pathText, type TemplateProblem } from './template-problem.js';
import type { ContestTemplate, TemplateStage } from './template-schema.js';

/** A field that no longer may change; the reader of the file knows its line. */
export type LockedField = Omit<TemplateProblem, 'line' | 'column'>;

interface LockedStage {
  readonly key: string;
  readonly kind: string;
  readonly track: string;
  readonly after: string | null;
  /** In their order. */
  readonly tiers: readonly LockedTier[];
  /** A frozen list names the tiers: their names are announced with it. */
  readonly is_awarded: boolean;
}

interface LockedTier {
  readonly key: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly quota: number;
  readonly minimumScore: string | null;
}

const lockedStagesSql = `
  select s.key, s.kind, t.key as track, p.key as after,
         coalesce((select json_agg(json_build_object('key', a.key, 'quota', a.quota,
                     'name', json_build_object('zh', a.name_zh, 'en', a.name_en),
                     'minimumScore', a.minimum_score::text) order by a.position)
                     from award_tiers a where a.stage_id = s.id), '[]') as tiers,
         exists (select from award_list_items i join award_tiers a on a.id = i.tier_id
                  where a.stage_id = s.id) as is_awarded
    from stages s
    join tracks t on t.id = s.track_id
    left join stages p on p.id = s.previous_stage_id
   where s.edition_id = $1
     and (exists (select from rules_locks l join rules_versions v on v.id = l.rules_version_id where v.stage_id = s.id)
       or exists (select from assignments x join score_sheets c on c.assignment_id = x.id where x.stage_id = s.id))`;

/**
 * A stage's place, kind and awards are locked with its rules: judges score, and teams compete, for what was announced.
 *
 * @param manager of a transaction that holds the edition's stages
 * @throws DomainError `rules-locked` naming every field of the template that differs
 */
export async function assertLockedStagesKept(
  manager: EntityManager,
  editionId: string,
  { stages }: Pick<ContestTemplate, 'stages'>,
): Promise<void> {
  const locked = await manager.query<LockedStage[]>(lockedStagesSql, [editionId]);
  const problems = stages.flatMap((stage, index) => {
    const stored = locked.find(({ key }) => key === stage.key);
    return stored === undefined ? [] : stageProblems(stored, stage, ['stages', index]);
  });
  if (problems.length > 0) throw new DomainError('rules-locked', { problems });
}

type Path = readonly PropertyKey[];

function stageProblems(stored: LockedStage, stage: TemplateStage, at: Path): LockedField[] {
  return [
    ...kept([...at, 'kind'], stored.kind, stage.kind),
    ...kept([...at, 'track'], stored.track, stage.track),
    ...kept([...at, 'after'], stored.after, stage.after ?? null),
    ...setProblems(stored, stage, [...at, 'awards']),
    ...stage.awards.flatMap((tier, index) => {
      const known = stored.tiers.find(({ key }) => key === tier.key);
      return known === undefined ? [] : tierProblems(stored, known, tier, [...at, 'awards', index]);
    }),
  ];
}

/** Which tiers there are, and in which order. */
function setProblems({ tiers }: LockedStage, { awards }: TemplateStage, at: Path): LockedField[] {
  const storedKeys = tiers.map(({ key }) => key);
  const given = awards.map(({ key }) => key);
  const gone = storedKeys.filter((key) => !given.includes(key));
  const added = given.flatMap((key, index) => (storedKeys.includes(key) ? [] : [locked([...at, index, 'key'], null)]));
  if (gone.length > 0 || added.length > 0) return [...gone.map((key) => locked(at, key)), ...added];
  return given.flatMap((key, index) => kept([...at, index, 'key'], storedKeys[index] ?? null, key));
}

function tierProblems(
  { is_awarded: isAwarded }: LockedStage,
  stored: LockedTier,
  tier: TemplateStage['awards'][number],
  at: Path,
): LockedField[] {
  const minimum = tier.minimumScore ?? null;
  return [
    ...kept([...at, 'quota'], String(stored.quota), String(tier.quota)),
    ...(sameDecimal(stored.minimumScore, minimum) ? [] : [locked([...at, 'minimumScore'], stored.minimumScore)]),
    ...(isAwarded ? kept([...at, 'name', 'zh'], stored.name.zh, tier.name.zh) : []),
    ...(isAwarded ? kept([...at, 'name', 'en'], stored.name.en, tier.name.en) : []),
  ];
}

/** 80 and 80.0 are one score. */
function sameDecimal(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return left === right;
  return parseDecimal(left).equals(parseDecimal(right));
}

function kept(path: Path, stored: string | null, given: string | null): LockedField[] {
  return stored === given ? [] : [locked(path, stored)];
}

/** @param stored what stands now; null where nothing does */
function locked(path: Path, stored: string | null): LockedField {
  return {
    path: pathText(path),
    code: 'rules-locked',
    reason: {
      zh: `该阶段的规则已锁定，此项不能再改（现为：${stored ?? '无'}）`,
      en: `the rules of this stage are locked and this can no longer change (it is: ${stored ?? 'none'})`,
    },
  };
}
