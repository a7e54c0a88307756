import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import type { Asker, NewPerson, TestApi } from './api.js';
import { criterion, stageRules, writeRules } from './judging-stage.js';
import { judgeWords } from './planted-words.js';
import { declareInterests } from './interests.js';
import { needs } from './needs.js';
import { calibrate, setCalibration } from './planted-calibration.js';
import { changeRoster } from './roster.js';

/** Judges with a word in every field that says who they are. */
export interface PlantedJudges {
  /** Has the entry to judge in the blind stage, and has submitted a sheet. */
  readonly judge: Asker;
  /** Leads the panel, has the entry too, and a draft. */
  readonly chair: Asker;
  /** Has the entry in an open stage. */
  readonly openJudge: Asker;
  /** Has the entry in the open stage too, and has declared nothing yet. */
  readonly undeclared: Asker;
  /** Had the entry in the blind stage, and has stepped back from it. */
  readonly recused: Asker;
  /** On the roster, with nothing to judge. */
  readonly idle: Asker;
}

interface Place {
  readonly editionId: string;
  readonly slug: string;
  /** Of the stage that is to be blind. */
  readonly stageId: string;
  /** Public id. */
  readonly entry: string;
  /** Number of the entry with which judges of the blind stage find the measure. */
  readonly sample: number;
}

interface Office {
  readonly office: Asker;
  readonly executive: Asker;
}

const keys = ['novelty', 'market', 'team', 'plan', 'talk'];
const rules = (blind: boolean) =>
  stageRules({
    blind,
    rubric: { maximumTotal: '100', criteria: keys.map((key) => criterion(key, { step: '0.0001' })) },
  });

export async function plantJudges(api: TestApi, desk: Office, place: Place): Promise<PlantedJudges> {
  const { dataSource } = api;
  const [{ id: openStageId = '' } = {}] = await dataSource.query<{ id: string }[]>(
    `select id from stages where edition_id = $1 and key = 'preliminary'`,
    [place.editionId],
  );
  await dataSource.query(
    `insert into stage_entries (id, edition_id, stage_id, entry_id, came_by)
     select $1, edition_id, $2, id, 'registered' from entries where public_id = $3`,
    [uuidv7(), openStageId, place.entry],
  );
  for (const [stageId, blind] of [
    [place.stageId, true],
    [openStageId, false],
  ] as const) {
    await writeRules(dataSource, stageId, rules(blind), 2);
    await dataSource.query('update windows set opened_at = now() where stage_id = $1', [stageId]);
  }
  const seat = (role: NewPerson['role'], name: string, mail: string, stageId: string | null) =>
    seatJudge(api, { ...place, stageId }, { role, name, mail });
  const { judgeName, chairName, openJudgeName, recusedName, idleName } = judgeWords;
  const judge = await seat('judge', judgeName, judgeWords.judgeMail, place.stageId);
  const chair = await seat('panel-chair', chairName, judgeWords.chairMail, place.stageId);
  const openJudge = await seat('judge', openJudgeName, judgeWords.openJudgeMail, openStageId);
  const recused = await seat('judge', recusedName, judgeWords.recusedMail, place.stageId);
  await declareInterests(dataSource, openStageId);
  const undeclared = await seat('judge', 'Nobody Yet', 'nobody-yet@example.test', openStageId);
  const idle = await seat('judge', idleName, judgeWords.idleOldMail, null);
  await describeJudge(api, judge);
  await setCalibration(desk.office, { stageId: place.stageId, number: place.sample, keys });
  await calibrate(judge, keys);
  await score(judge, chair, recused);
  await changePlaces(api, desk, place, { judge, chair, idle });
  await declineInvitation(api, desk, place);
  return { judge, chair, openJudge, undeclared, recused, idle };
}

/** On the roster; nothing but grant and assignment makes somebody the judge of a stage. */
async function seatJudge(
  api: TestApi,
  {
    editionId,
    stageId,
    entry,
  }: { readonly editionId: string; readonly stageId: string | null; readonly entry: string },
  { role, name, mail }: { readonly role: NewPerson['role']; readonly name: string; readonly mail: string },
): Promise<Asker> {
  const person = await api.person({ ...(role && { role }), editionId, displayName: name });
  const query = (sql: string, values: unknown[]) => api.dataSource.query(sql, values);
  await query('update users set email = $2 where id = $1', [person.userId, mail]);
  const judgeId = uuidv7();
  await query(`insert into judges (id, edition_id, user_id, kind) values ($1, $2, $3, 'technology')`, [
    ...[judgeId, editionId, person.userId],
  ]);
  await changeRoster(api.dataSource, [judgeId]);
  await query(
    `insert into assignments (id, public_id, stage_id, stage_entry_id, judge_id, position)
     select $1, $2, $3, x.id, $4, 1 from stage_entries x join entries e on e.id = x.entry_id
     where x.stage_id = $3 and e.public_id = $5`,
    [uuidv7(), uuidv4(), stageId, judgeId, entry],
  );
  return person;
}

async function describeJudge(api: TestApi, { userId }: Asker): Promise<void> {
  const { judgeEmployer, judgeKey, judgeKeyword, judgeEarlier, judgeInterest, judgeInterestUnit } = judgeWords;
  await api.dataSource.query(
    `update judges set employer = $2, external_key = $3, keywords = array[$4] where user_id = $1`,
    [userId, judgeEmployer, judgeKey, judgeKeyword],
  );
  await api.dataSource.query(
    `insert into judge_employers (id, judge_id, name) select gen_random_uuid(), id, $2 from judges where user_id = $1`,
    [userId, judgeEarlier],
  );
  await api.dataSource.query(
    `with made as (insert into interest_statements (id, judge_id, number)
       select gen_random_uuid(), id, 1 from judges where user_id = $1 returning id)
     insert into named_interests (statement_id, position, kind, name, unit) select id, 1, 'advisee', $2, $3 from made`,
    [userId, judgeInterest, judgeInterestUnit],
  );
}

/** One submits a sheet, another keeps a draft, a third steps back. */
async function score(judge: Asker, chair: Asker, recused: Asker): Promise<void> {
  const scores = (value: string) => Object.fromEntries(keys.map((key) => [key, value]));
  const own = await ownAssignment(judge);
  const { rulesHash } = needs(await judge.get<{ rulesHash: string }>(own), 200);
  const seen = { 'if-match': '"0"' };
  needs(await judge.post(`${own}/submissions`, { scores: scores(judgeWords.judgeScore), rulesHash }, seen), 201);
  needs(await chair.put(`${await ownAssignment(chair)}/draft`, { scores: scores(judgeWords.chairScore) }, seen), 200);
  needs(await recused.post(`${await ownAssignment(recused)}/recusal`, { reasonCode: 'family' }), 204);
}

async function ownAssignment(judge: Asker): Promise<string> {
  type Desk = { readonly stages: readonly { readonly assignments: readonly { readonly publicId: string }[] }[] };
  const { stages } = needs(await judge.get<Desk>('/api/v1/my/assignments'), 200);
  return `/api/v1/assignments/${stages[0]?.assignments[0]?.publicId ?? ''}`;
}

async function judgeIdOf(api: TestApi, { userId }: Asker): Promise<string> {
  const [row] = await api.dataSource.query<{ id: string }[]>('select id from judges where user_id = $1', [userId]);
  return row?.id ?? '';
}

/**
 * Addresses that change, one done and one waiting; a place that is to be given up; a sheet that is to be unlocked; a
 * recusal that was ordered and declined.
 */
async function changePlaces(
  api: TestApi,
  { office, executive }: Office,
  { slug }: Place,
  { judge, chair, idle }: Pick<PlantedJudges, 'judge' | 'chair' | 'idle'>,
): Promise<void> {
  const path = async (who: Asker) => `/api/v1/editions/${slug}/judges/${await judgeIdOf(api, who)}`;
  const moved = { email: judgeWords.idleMail };
  needs(await office.post(`${await path(idle)}/contact-change`, moved), 204);
  needs(await executive.post(`${await path(idle)}/contact-change/approval`, moved), 204);
  needs(await office.post(`${await path(judge)}/contact-change`, { email: judgeWords.judgeNewMail }), 204);
  needs(await office.post(`${await path(chair)}/removal`, { reason: judgeWords.removalReason }), 204);
  await api.dataSource.query(
    `insert into sheet_unlocks (id, assignment_id, stage_id, revision, reason, hours, requested_by)
     select gen_random_uuid(), a.id, a.stage_id, 1, $2, 2, $3 from assignments a where a.judge_id = $1`,
    [await judgeIdOf(api, judge), judgeWords.unlockReason, office.userId],
  );
  const [order] = await api.dataSource.query<{ id: string }[]>(
    `insert into recusal_orders (id, entry_id, judge_id, reason_code, reason, evidence, ordered_by)
     select gen_random_uuid(), x.entry_id, $1, 'other', $3, $4, $5
       from assignments a join stage_entries x on x.id = a.stage_entry_id where a.judge_id = $2 limit 1 returning id`,
    [
      ...[await judgeIdOf(api, idle), await judgeIdOf(api, judge), judgeWords.orderReason, judgeWords.orderEvidence],
      office.userId,
    ],
  );
  await api.dataSource.query(
    `update recusal_orders set outcome = 'declined', ended_by = $2, ended_at = now(), end_reason = $3 where id = $1`,
    [order?.id, executive.userId, judgeWords.orderEndReason],
  );
  await plantOffice(api, office, await judgeIdOf(api, judge));
}

/** What the office has of an entry and its judges beside sheets: an owner's opinion, a re-review, a sheet that came late. */
async function plantOffice(api: TestApi, office: Asker, judgeId: string): Promise<void> {
  await api.dataSource.query(
    `insert into re_reviews (id, stage_entry_id, stage_id, reason, ordered_by)
     select gen_random_uuid(), a.stage_entry_id, a.stage_id, $2, $3 from assignments a where a.judge_id = $1`,
    [judgeId, judgeWords.reReviewReason, office.userId],
  );
  await api.dataSource.query(
    `with problem as (
       insert into enterprise_problems (id, edition_id, public_id, number, title_zh, title_en, owner_label_zh, owner_label_en)
       select gen_random_uuid(), s.edition_id, gen_random_uuid(), 900, '题', 'A problem', '企业', 'An owner'
         from assignments a join stages s on s.id = a.stage_id where a.judge_id = $1 returning id
     )
     insert into technical_opinions (id, entry_id, problem_id, level, opinion, signed_by, given_on, evidence, recorded_by)
     select gen_random_uuid(), se.entry_id, p.id, 'meets', $2, $3, '2026-01-01', $4, $5
       from problem p, assignments a join stage_entries se on se.id = a.stage_entry_id where a.judge_id = $1`,
    [...[judgeId, judgeWords.opinionText, judgeWords.opinionSigner, judgeWords.opinionEvidence], office.userId],
  );
  await api.dataSource.query(
    `insert into owner_competitors (id, problem_id, organisation_id, source, recorded_by)
     select gen_random_uuid(), p.id, (select n.organisation_id from organisation_names n
              where n.kind = 'canonical' and n.removed_at is null order by n.id limit 1), $2, $3
       from enterprise_problems p join stages s on s.edition_id = p.edition_id
       join assignments a on a.stage_id = s.id and a.judge_id = $1 where p.number = 900 limit 1`,
    [judgeId, judgeWords.competitorSource, office.userId],
  );
  await api.dataSource.query(
    `with late as (
       insert into late_sheets (id, assignment_id, stage_id, revision, scores, comments)
       select gen_random_uuid(), a.id, a.stage_id, 1, jsonb_build_object('novelty', $2::text),
              jsonb_build_object('language', 'en', 'overall', $2::text)
         from assignments a where a.judge_id = $1 returning id
     ) select id from late`,
    [judgeId, judgeWords.judgeScore],
  );
  await api.dataSource.query(
    `update late_sheets set outcome = 'refused', reason = $1, decided_by = $2, decided_at = now()`,
    [judgeWords.judgeLateReason, office.userId],
  );
}

/** Somebody who is asked to judge by mail, and says why not. */
async function declineInvitation(api: TestApi, { office }: Office, { slug }: Place): Promise<void> {
  const facts = {
    ...{ externalKey: null, employer: null, kind: null, fieldGroups: [], keywords: [], languages: [] },
    ...{ leastEntries: 0, mostEntries: null, isSubstitute: false, availableFrom: null, availableUntil: null },
    earlierEmployers: [],
  };
  const named = { email: judgeWords.declinedMail, displayName: judgeWords.declinedName };
  const { id } = needs(
    await office.post<{ id: string }>(`/api/v1/editions/${slug}/judges`, { ...facts, ...named }),
    201,
  );
  const invitation = `/api/v1/editions/${slug}/judges/${id}/invitation`;
  const { code: key } = needs(await office.post<{ code: string }>(invitation, { isMailed: true }), 201);
  const answer = { key, answer: 'declined', reason: judgeWords.declineReason };
  needs(await api.anonymous().post('/api/v1/judge-invitations/answers', answer), 204);
}
