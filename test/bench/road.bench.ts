import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { createDataSource } from '#database';
import { SessionPolicy, SessionService } from '#identity';
import { chooseBackend, TallyQueue, tallyQueueName } from '#queue';
import { testConfig } from '../builders/config.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';
import { startProcess, type AppProcess } from '../builders/processes.js';
import { databaseBaseline, type BaselineResult } from './road/database-baseline.js';
import { milliseconds, perSecond, quantile, say, sayAim } from './road/figures.js';
import type { LoadOrder, LoadReport } from './road/load-process.js';
import { RawClient } from './road/raw-client.js';
import { WallWatcher } from './road/wall-watcher.js';

// One stage of the larger contest at its real size: 1,075 entries, seven judges each, five criteria.
const entries = 1075;
const judges = 7;
/** The last judge's assignments stay untouched for the wall. */
const loadedJudges = judges - 1;
const seconds = Number(process.argv[2] ?? '10');
const wallSubmissions = 60;

interface Road {
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  readonly stage: JudgingStage;
  readonly api: AppProcess;
  readonly worker: AppProcess;
  /** By judge; the last one is the organiser's. */
  readonly cookies: readonly string[];
}

async function openRoad(): Promise<Road> {
  const database = await createTestDatabase();
  const dataSource = createDataSource(database.appUrl, { poolSize: 2 });
  await dataSource.initialize();
  const stage = await createStage(dataSource, { entries, judges });
  const organiser = uuidv7();
  await dataSource.query(
    `insert into users (id, email, display_name) values ($1, $1::uuid || '@example.test', 'Office')`,
    [organiser],
  );
  await dataSource.query(
    `insert into role_grants (id, user_id, role, edition_id) values (gen_random_uuid(), $1, 'organiser', $2)`,
    [organiser, stage.editionId],
  );
  const sessions = new SessionService(dataSource, new SessionPolicy(12, 168, false));
  const cookies: string[] = [];
  for (const userId of [...stage.userIds, organiser]) {
    cookies.push(`leitai_session=${await sessions.open(dataSource.manager, userId)}`);
  }
  const env = { RATE_LIMIT_PER_MINUTE: '0', DATABASE_POOL_SIZE: '8', LOG_LEVEL: 'warn' };
  const worker = await startProcess('worker', { database, env });
  const api = await startProcess('api', { database, env });
  return { database, dataSource, stage, api, worker, cookies };
}

async function load(road: Road, clients: number, revisions: Record<string, number>): Promise<LoadReport> {
  const { stage, api, cookies } = road;
  const order: LoadOrder = {
    ...{ address: api.origin, origin: api.origin, clients, cookies, rulesHash: stage.rulesHash },
    ...{ durationMs: seconds * 1000, warmUpMs: 2000 },
    criteria: stage.rules.rubric.criteria.map(({ key }) => key),
    // By entry, so that neighbours belong to different judges.
    assignments: stage.assignments
      .filter(({ judge }) => judge < loadedJudges)
      .sort((left, right) => left.entry - right.entry)
      .map(({ publicId, judge }) => ({ publicId, judge, revision: revisions[publicId] ?? 0 })),
  };
  const child = fork(join(import.meta.dirname, 'road', 'load-process.ts'), [], { execArgv: process.execArgv });
  const report = new Promise<LoadReport>((resolve, reject) => {
    child.once('message', (message) => resolve(message as LoadReport));
    child.once('exit', (code) => reject(new Error(`the load process ended with ${code}`)));
  });
  child.send(order);
  const done = await report;
  Object.assign(revisions, done.revisions);
  return done;
}

/** The baseline with the tally as live as under the HTTP load: asked for at the same rate. */
async function baseline(road: Road, clients: number): Promise<BaselineResult> {
  const { database, stage } = road;
  const backend = chooseBackend({ redisUrl: testConfig(database).redisUrl, databaseUrl: database.appUrl });
  const queue = new Queue(tallyQueueName, backend);
  const tallies = new TallyQueue(queue);
  const timer = setInterval(() => tallies.request(stage.stageId), 100);
  try {
    return await databaseBaseline({ url: database.appUrl, clients, seconds, assignments: entries * loadedJudges });
  } finally {
    clearInterval(timer);
    tallies.onApplicationShutdown();
    await queue.close();
  }
}

async function prepareBaseline({ dataSource, stage, database }: Road): Promise<void> {
  const owner = createDataSource(database.ownerUrl, { poolSize: 1 });
  await owner.initialize();
  await owner.query(`
    create table bench_assignments as
      select (row_number() over (order by a.stage_entry_id, a.judge_id) - 1)::integer as n, a.id, a.judge_id, j.user_id,
             r.hash as rules_hash, repeat('x', 560) as canonical,
             (select jsonb_object_agg(key, '7.5') from criteria c where c.rules_version_id = r.id) as scores
        from assignments a join judges j on j.id = a.judge_id join rules_versions r on r.stage_id = a.stage_id
       where a.judge_id = any (array[${stage.judgeIds
         .slice(0, loadedJudges)
         .map((id) => `'${id}'::uuid`)
         .join(', ')}]);
    alter table bench_assignments add primary key (n);
    analyze bench_assignments;
    grant select on bench_assignments to leitai_app`);
  await owner.destroy();
  await dataSource.query('select 1');
}

function sayLoad(clients: number, { latencies, elapsedMs, others }: LoadReport, base: BaselineResult): number {
  const rate = (latencies.length * 1000) / elapsedMs;
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
  const ratio = rate / base.perSecond;
  say(`${clients} client${clients === 1 ? '' : 's'}`);
  say(
    `  HTTP: ${perSecond(rate)}, p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}, other answers ${JSON.stringify(others)}`,
  );
  say(`  ${base.tool}: ${perSecond(base.perSecond)}, mean ${milliseconds(base.meanMs)}`);
  sayAim('ratio to the bare database', ratio.toFixed(2), '>= 0.40', ratio >= 0.4);
  if (clients === 16) sayAim('submissions', perSecond(rate), '>= 1,500/s', rate >= 1500);
  sayAim('p99', milliseconds(p99), '<= 50 ms', p99 <= 50);
  return rate;
}

/** From the start of the POST to the wall that shows it, through queue, run, NOTIFY, stream and fetch. */
async function wallLatencies({ api, stage, cookies }: Road): Promise<number[]> {
  const watcher = new WallWatcher(api.origin, cookies.at(-1) ?? '', stage.stageId);
  await watcher.open();
  const client = await RawClient.open(api.origin, api.origin);
  const own = stage.assignments.filter(({ judge }) => judge === judges - 1).slice(0, wallSubmissions);
  const scores = Object.fromEntries(stage.rules.rubric.criteria.map(({ key }) => [key, '8.5']));
  const body = JSON.stringify({ scores, rulesHash: stage.rulesHash });
  const latencies: number[] = [];
  for (const { publicId, judge } of own) {
    const expected = watcher.shown + 1;
    const from = performance.now();
    const headers = { cookie: cookies[judge] ?? '', 'idempotency-key': randomUUID(), 'if-match': '"0"' };
    const { status, body: answer } = await client.post(`/api/v1/assignments/${publicId}/submissions`, headers, body);
    if (status !== 201) throw new Error(`submission answered ${status}: ${answer}`);
    latencies.push((await watcher.untilShown(expected, 30_000)) - from);
    // One submission each half second or so: a panel at work.
    await new Promise((resolve) => setTimeout(resolve, 300 + 400 * Math.random()));
  }
  client.close();
  watcher.close();
  return latencies;
}

async function quiet({ dataSource }: Road): Promise<void> {
  for (;;) {
    const rows = await dataSource.query<{ n: number }[]>(
      `select (select count(*) from pending_tallies) + (select count(*) from tally_runs where state = 'active') as n`,
    );
    if (Number(rows[0]?.n) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function sayRuns({ dataSource }: Road): Promise<void> {
  const rows = await dataSource.query<{ runs: number; median: number; shadow: number }[]>(
    `select count(*)::integer as runs, count(*) filter (where shadow = 'differs')::integer as shadow,
            percentile_cont(0.5) within group (order by extract(epoch from heartbeat_at - started_at))::float8 as median
       from tally_runs where state = 'completed'`,
  );
  say(`live runs completed: ${rows[0]?.runs}, of which the shadow differs in ${rows[0]?.shadow}`);
}

async function sayCounts({ dataSource }: Road, accepted: number): Promise<void> {
  const rows = await dataSource.query<Record<string, number>[]>(
    `select (select count(*) from score_sheets)::integer as revisions,
            (select count(*) from ledger_events where kind = 'sheet-submitted')::integer as events,
            (select count(*) from idempotency_keys)::integer as keys,
            (select count(*) from criterion_scores)::integer / 5 as "scored sheets",
            (select count(*) from idempotency_keys where route <> 'bench')::integer as "keys of HTTP"`,
  );
  const counts = rows[0] ?? {};
  say(
    `counts: ${Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}; answered 201: ${accepted}`,
  );
  const { revisions, events, keys } = counts;
  const isWhole = revisions === events && events === keys && counts['keys of HTTP'] === accepted;
  if (!isWhole) throw new Error('the counts differ');
  say('  revisions = events = keys, and every 201 is stored once');
}

async function saySetting({ dataSource }: Road): Promise<void> {
  const rows = await dataSource.query<Record<string, string>[]>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`,
  );
  const { version, fsync, commit, pages } = rows[0] ?? {};
  say(`PostgreSQL ${version}: fsync ${fsync}, synchronous_commit ${commit}, full_page_writes ${pages}`);
  say(`Node ${process.version}, ${cpus().length} CPUs shared by database, api, worker and load`);
  say(`One stage: ${entries} entries, ${judges} judges, 5 criteria; the tally runs live; ${seconds} s a measurement`);
  if (fsync !== 'on' || commit !== 'on') throw new Error('the bench needs a durable server');
}

async function main(): Promise<void> {
  const road = await openRoad();
  try {
    await saySetting(road);
    await prepareBaseline(road);
    const revisions: Record<string, number> = {};
    let accepted = 0;
    for (const clients of [1, 16]) {
      const report = await load(road, clients, revisions);
      accepted += report.accepted;
      sayLoad(clients, report, await baseline(road, clients));
      // The baseline submitted revisions of its own: the next load starts from what is stored.
      const stored = await road.dataSource.query<{ public_id: string; revision: number }[]>(
        'select public_id, current_revision(id) as revision from assignments where stage_id = $1',
        [road.stage.stageId],
      );
      for (const { public_id: publicId, revision } of stored) revisions[publicId] = revision;
    }
    await quiet(road);
    const latencies = await wallLatencies(road);
    accepted += latencies.length;
    say(`submit to wall, ${latencies.length} submissions, one each half second`);
    say(`  p50 ${milliseconds(quantile(latencies, 0.5))}, max ${milliseconds(Math.max(...latencies))}`);
    sayAim('p95', milliseconds(quantile(latencies, 0.95)), '<= 500 ms', quantile(latencies, 0.95) <= 500);
    await sayRuns(road);
    await sayCounts(road, accepted);
  } finally {
    await road.api.kill('SIGTERM');
    await road.worker.kill('SIGTERM');
    await road.dataSource.destroy();
    await road.database.drop();
  }
}

await main();
