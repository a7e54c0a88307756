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
import { databaseBaseline, type BaselineResult } from './intake/database-baseline.js';
import { milliseconds, perSecond, quantile, say, sayAim } from './figures.js';
import type { LoadOrder, LoadReport } from './intake/load-process.js';
import { RawClient } from './intake/raw-client.js';
import { assignSeats } from './intake/seats.js';
import { storeEntries } from './intake/stored-entries.js';
import { WallWatcher } from './intake/wall-watcher.js';

// One stage of the larger contest at its real size: 1,075 entries, seven judges each, five criteria; 500 judges, each
// connected with entries of their own, and one more for the wall.
const entries = 1075;
const seats = 7;
const judges = 500;
const loads = [1, 16, judges];
/** Entries in the whole database; how fast a sheet is taken should not depend on them. */
const storedSizes = [1000, 10_000, 100_000, 1_000_000];
const mostStored = Number(process.argv[3] ?? '1000000');
const seconds = Number(process.argv[2] ?? '10');
/** Submissions that are followed to the wall at each size. */
const wallSubmissions = 40;
const wallEntries = wallSubmissions * storedSizes.length;
/** The API's, so that the bare client has no more connections than it. */
const poolSize = 8;

interface Intake {
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  readonly stage: JudgingStage;
  readonly api: AppProcess;
  readonly worker: AppProcess;
  /** By judge; the last one is the organiser's. */
  readonly cookies: readonly string[];
}

async function openIntake(): Promise<Intake> {
  const database = await createTestDatabase();
  const dataSource = createDataSource(database.appUrl, { poolSize: 2 });
  await dataSource.initialize();
  const bare = await createStage(dataSource, { entries, judges: judges + 1, assigned: false });
  const stage = await assignSeats(dataSource, bare, { seats, judges, wallEntries });
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
  const env = { RATE_LIMIT_PER_MINUTE: '0', DATABASE_POOL_SIZE: String(poolSize), LOG_LEVEL: 'warn' };
  const worker = await startProcess('worker', { database, env });
  const api = await startProcess('api', { database, env });
  return { database, dataSource, stage, api, worker, cookies };
}

async function load(intake: Intake, clients: number, revisions: Record<string, number>): Promise<LoadReport> {
  const { stage, api, cookies } = intake;
  const order: LoadOrder = {
    ...{ address: api.origin, origin: api.origin, clients, cookies, rulesHash: stage.rulesHash },
    ...{ durationMs: seconds * 1000, warmUpMs: 2000 },
    criteria: stage.rules.rubric.criteria.map(({ key }) => key),
    // In turn, so that with a client for each judge everybody submits their own.
    assignments: stage.assignments
      .filter(({ judge }) => judge < judges)
      .map(({ publicId, judge }) => ({ publicId, judge, revision: revisions[publicId] ?? 0 })),
  };
  const child = fork(join(import.meta.dirname, 'intake', 'load-process.ts'), [], { execArgv: process.execArgv });
  const report = new Promise<LoadReport>((resolve, reject) => {
    child.once('message', (message) => resolve(message as LoadReport));
    child.once('exit', (code) => reject(new Error(`the load process ended with ${code}`)));
  });
  child.send(order);
  return report;
}

/** The baseline with the tally as live as under the HTTP load: asked for at the same rate. */
async function baseline(intake: Intake, clients: number): Promise<BaselineResult> {
  const { database, stage } = intake;
  const backend = chooseBackend({ redisUrl: testConfig(database).redisUrl, databaseUrl: database.appUrl });
  const queue = new Queue(tallyQueueName, backend);
  const tallies = new TallyQueue(queue);
  const timer = setInterval(() => tallies.request(stage.stageId), 100);
  try {
    const connections = Math.min(clients, poolSize);
    return await databaseBaseline({
      ...{ url: database.appUrl, clients: connections, seconds, assignments: entries * seats },
    });
  } finally {
    clearInterval(timer);
    tallies.onApplicationShutdown();
    await queue.close();
  }
}

async function prepareBaseline({ dataSource, stage, database }: Intake): Promise<void> {
  const owner = createDataSource(database.ownerUrl, { poolSize: 1 });
  await owner.initialize();
  await owner.query(`
    create table bench_assignments as
      select (row_number() over (order by a.stage_entry_id, a.judge_id) - 1)::integer as n, a.id, a.judge_id, j.user_id,
             r.hash as rules_hash, repeat('x', 560) as canonical,
             (select jsonb_object_agg(key, '7.5') from criteria c where c.rules_version_id = r.id) as scores
        from assignments a join judges j on j.id = a.judge_id join rules_versions r on r.stage_id = a.stage_id
       where a.stage_id = '${stage.stageId}' and a.judge_id <> '${stage.judgeIds.at(-1)}';
    alter table bench_assignments add primary key (n);
    analyze bench_assignments;
    grant select on bench_assignments to leitai_app`);
  await owner.destroy();
  await dataSource.query('select 1');
}

interface Speed {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
}

function sayLoad(clients: number, { latencies, elapsedMs, others }: LoadReport, base: BaselineResult): Speed {
  const rate = (latencies.length * 1000) / elapsedMs;
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
  const ratio = rate / base.perSecond;
  say(`${clients} ${clients === 1 ? 'judge' : 'judges'} connected`);
  say(
    `  HTTP: ${perSecond(rate)}, p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}, other answers ${JSON.stringify(others)}`,
  );
  say(
    `  ${base.tool}, ${Math.min(clients, poolSize)} of its connections: ${perSecond(base.perSecond)}, mean ${milliseconds(base.meanMs)}`,
  );
  sayAim('ratio to the bare database', ratio.toFixed(2), '>= 0.40', ratio >= 0.4);
  if (clients === 16) sayAim('submissions', perSecond(rate), '>= 1,500/s', rate >= 1500);
  if (clients < judges) sayAim('p99', milliseconds(p99), '<= 50 ms', p99 <= 50);
  return { rate, p50, p99 };
}

/** From the start of the POST to the wall that shows it, through queue, run, NOTIFY, stream and fetch. */
async function wallLatencies({ api, stage, cookies }: Intake, round: number): Promise<number[]> {
  const watcher = new WallWatcher(api.origin, cookies.at(-1) ?? '', stage.stageId);
  await watcher.open();
  const client = await RawClient.open(api.origin, api.origin);
  const ofWall = stage.assignments.filter(({ judge }) => judge === judges);
  const own = ofWall.slice(round * wallSubmissions, (round + 1) * wallSubmissions);
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

async function quiet({ dataSource }: Intake): Promise<void> {
  for (;;) {
    const rows = await dataSource.query<{ n: number }[]>(
      `select (select count(*) from pending_tallies) + (select count(*) from tally_runs where state = 'active') as n`,
    );
    if (Number(rows[0]?.n) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function sayRuns({ dataSource }: Intake): Promise<void> {
  const rows = await dataSource.query<{ runs: number; median: number; shadow: number }[]>(
    `select count(*)::integer as runs, count(*) filter (where shadow = 'differs')::integer as shadow,
            percentile_cont(0.5) within group (order by extract(epoch from heartbeat_at - started_at))::float8 as median
       from tally_runs where state = 'completed'`,
  );
  say(`live runs completed: ${rows[0]?.runs}, of which the shadow differs in ${rows[0]?.shadow}`);
}

async function sayCounts({ dataSource }: Intake, accepted: number): Promise<void> {
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

async function saySetting({ dataSource }: Intake): Promise<void> {
  const rows = await dataSource.query<Record<string, string>[]>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`,
  );
  const { version, fsync, commit, pages } = rows[0] ?? {};
  say(`PostgreSQL ${version}: fsync ${fsync}, synchronous_commit ${commit}, full_page_writes ${pages}`);
  say(`Node ${process.version}, ${cpus().length} CPUs shared by database, api, worker and load`);
  say(
    `One stage: ${entries} entries with ${seats} of ${judges} judges each, 5 criteria; the tally runs live; ${seconds} s a measurement`,
  );
  if (fsync !== 'on' || commit !== 'on') throw new Error('the bench needs a durable server');
}

/** Loads the API and then the bare database as much, each from the revisions that are stored. @returns of the API */
async function compare(intake: Intake, clients: number): Promise<Speed & { readonly accepted: number }> {
  const { dataSource, stage } = intake;
  const stored = await dataSource.query<{ public_id: string; revision: number }[]>(
    'select public_id, current_revision(id) as revision from assignments where stage_id = $1',
    [stage.stageId],
  );
  const revisions = Object.fromEntries(stored.map(({ public_id: publicId, revision }) => [publicId, revision]));
  const report = await load(intake, clients, revisions);
  return { ...sayLoad(clients, report, await baseline(intake, clients)), accepted: report.accepted };
}

async function toWall(intake: Intake, round: number): Promise<number> {
  await quiet(intake);
  const latencies = await wallLatencies(intake, round);
  const [p50, p95] = [quantile(latencies, 0.5), quantile(latencies, 0.95)];
  say(`  submit to wall, ${latencies.length} submissions, one each half second: p50 ${milliseconds(p50)}`);
  sayAim('p95', milliseconds(p95), '<= 500 ms', p95 <= 500);
  return latencies.length;
}

async function main(): Promise<void> {
  const intake = await openIntake();
  try {
    await saySetting(intake);
    await prepareBaseline(intake);
    let accepted = 0;
    let first: Speed | undefined;
    for (const [round, size] of storedSizes.filter((one) => one <= mostStored).entries()) {
      await storeEntries(intake.database.ownerUrl, size);
      say(`${Math.max(size, entries).toLocaleString('en')} entries stored`);
      for (const clients of round === 0 ? loads : [16]) {
        const speed = await compare(intake, clients);
        accepted += speed.accepted;
        if (clients !== 16) continue;
        first ??= speed;
        const growth = speed.p50 / first.p50;
        if (round > 0) sayAim('p50 beside the smallest', growth.toFixed(2), '<= 1.20', growth <= 1.2);
      }
      accepted += await toWall(intake, round);
    }
    await sayRuns(intake);
    await sayCounts(intake, accepted);
  } finally {
    await intake.api.kill('SIGTERM');
    await intake.worker.kill('SIGTERM');
    await intake.dataSource.destroy();
    await intake.database.drop();
  }
}

await main();
