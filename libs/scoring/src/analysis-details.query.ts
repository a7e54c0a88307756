import type { EntityManager } from 'typeorm';
import {
  type AdvancementScope,
  type AnalysisDetails,
  analysisLines,
  type BilingualText,
  type StageRules,
  type StageTallyContext,
} from '#domain';

/** Where the contests judge; hours of the day are this zone's. */
const timeZone = 'Asia/Shanghai';

/** Key and names of what a quota belongs to, where it is not the whole stage. */
const groupSources: Readonly<Record<AdvancementScope, string | null>> = {
  stage: null,
  track: 'join tracks g on g.id = e.track_id',
  'field-group': 'join field_groups g on g.id = e.field_group_id',
  panel: 'join panels g on g.id = x.panel_id',
};

interface Tier {
  readonly key: string;
  readonly quota: number;
}

interface GroupedEntry {
  readonly entry: string;
  readonly key: string;
  readonly name: BilingualText;
}

/** What an analysis reads beside the tally's snapshot, in the same transaction. */
export async function readAnalysisDetails(
  manager: EntityManager,
  stageId: string,
  rules: StageRules,
): Promise<
  Pick<AnalysisDetails, 'assignments' | 'attributes' | 'groupNames' | 'lines' | 'numbering' | 'sheetTimes'> & {
    readonly groups: NonNullable<StageTallyContext['groups']>;
  }
> {
  const tiers = await manager.query<Tier[]>(
    `select key, quota from award_tiers where stage_id = $1 order by position`,
    [stageId],
  );
  // Awards are the whole stage's: only a stage that gives none is ranked apart.
  const scope = tiers.length > 0 ? 'stage' : (rules.advancement?.scope ?? 'stage');
  const grouped = await groupedEntries(manager, stageId, scope);
  const assignments = await manager.query<AnalysisDetails['assignments']>(
    `select stage_entry_id as entry, judge_id as judge from active_assignments where stage_id = $1`,
    [stageId],
  );
  const sizes = new Map<string, number>();
  for (const { key } of grouped) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return {
    assignments,
    attributes: await readAttributes(manager, stageId),
    groupNames: Object.fromEntries(grouped.map(({ key, name }) => [key, name])),
    groups: Object.fromEntries(grouped.map(({ entry, key }) => [entry, key])),
    lines: analysisLines({
      tiers,
      advancement: rules.advancement,
      groupSizes: scope === 'stage' ? { '': await stageSize(manager, stageId) } : Object.fromEntries(sizes),
    }),
    numbering: await readNumbering(manager, stageId),
    sheetTimes: await readSheetTimes(manager, stageId),
  };
}

async function readNumbering(manager: EntityManager, stageId: string): Promise<string> {
  const rows = await manager.query<{ key: string }[]>(
    `select encode(pseudonym_key, 'hex') as key from stages where id = $1`,
    [stageId],
  );
  return rows[0]?.key ?? '';
}

async function groupedEntries(
  manager: EntityManager,
  stageId: string,
  scope: AdvancementScope,
): Promise<GroupedEntry[]> {
  const source = groupSources[scope];
  if (source === null) return [];
  return manager.query<GroupedEntry[]>(
    `select x.id as entry, g.key, json_build_object('zh', g.name_zh, 'en', g.name_en) as name
       from stage_entries x join entries e on e.id = x.entry_id ${source} where x.stage_id = $1`,
    [stageId],
  );
}

async function stageSize(manager: EntityManager, stageId: string): Promise<number> {
  const rows = await manager.query<{ n: number }[]>(
    `select count(*)::integer as n from stage_entries where stage_id = $1`,
    [stageId],
  );
  return rows[0]?.n ?? 0;
}

async function readAttributes(manager: EntityManager, stageId: string): Promise<AnalysisDetails['attributes']> {
  const rows = await manager.query<{ entry: string; country: string; body: string | null }[]>(
    `select x.id as entry, e.country_code as country,
            coalesce(b.name_zh || coalesce(' / ' || nullif(b.name_en, b.name_zh), ''), e.nominating_body) as body
       from stage_entries x join entries e on e.id = x.entry_id
       left join organisation_labels b on b.id = e.nominating_body_id where x.stage_id = $1`,
    [stageId],
  );
  return {
    'country-or-region': Object.fromEntries(rows.map(({ entry, country }) => [entry, country])),
    'nominating-body': Object.fromEntries(
      rows.flatMap(({ entry, body }) => (body === null || body === '' ? [] : [[entry, body]])),
    ),
  };
}

/** Times of the sheets that were submitted here; those brought in later say nothing of when their judge scored. */
async function readSheetTimes(manager: EntityManager, stageId: string): Promise<AnalysisDetails['sheetTimes']> {
  return manager.query<AnalysisDetails['sheetTimes']>(
    `select q.entry, q.judge, extract(epoch from q.at)::float8 as "order",
            (extract(epoch from (q.at at time zone $2)::time) / 3600)::float8 as hour
       from (select c.stage_entry_id as entry, c.judge_id as judge, min(s.submitted_at) as at
               from counted_sheets c join score_sheets s on s.assignment_id = c.assignment_id
              where c.stage_id = $1 group by c.stage_entry_id, c.judge_id
             having bool_and(s.occurred_on is null)) q`,
    [stageId, timeZone],
  );
}
