import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface BaselineResult {
  readonly tool: string;
  readonly perSecond: number;
  /** Mean milliseconds of a transaction. */
  readonly meanMs: number;
}

export interface Baseline {
  readonly url: string;
  readonly clients: number;
  readonly seconds: number;
  /** Rows of the table `bench_assignments`, numbered from 0. */
  readonly assignments: number;
}

/** The statement that the service sends, with the values made in SQL; `$n` picks the assignment. */
export function submissionSql(number: string): string {
  return `select s.outcome from bench_assignments b, lateral (select gen_random_uuid() as event) e,
    lateral (select b.canonical || e.event as canonical) c,
    submit_score_sheet(b.user_id, 'bench', gen_random_uuid()::text, sha256(e.event::text::bytea), b.id, b.judge_id,
      current_revision(b.id), b.rules_hash, gen_random_uuid(), b.scores, 0, e.event, c.canonical,
      sha256(convert_to(c.canonical, 'UTF8')), gen_random_uuid()) s where b.n = ${number}`;
}

function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The same function called by pgbench, or by a bare client where there is none: as fast as the database gives it. */
export function databaseBaseline(baseline: Baseline): Promise<BaselineResult> {
  return hasPgbench() ? withPgbench(baseline) : withBareClient(baseline);
}

async function withPgbench({ url, clients, seconds, assignments }: Baseline): Promise<BaselineResult> {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-bench-'));
  const script = join(folder, 'submit.sql');
  const own = Math.floor(assignments / clients);
  writeFileSync(
    script,
    `\\set n :n + 1\n\\set a :client_id * ${own} + :n % ${own}\n${submissionSql(':a').replaceAll('\n', ' ')};\n`,
  );
  const flags = ['-n', '-M', 'prepared', '-D', 'n=0', '-c', String(clients), '-j', String(Math.min(2, clients))];
  try {
    const output = await new Promise<string>((resolve, reject) => {
      execFile('pgbench', [...flags, '-T', String(seconds), '-f', script, url], (error, stdout, stderr) =>
        error === null ? resolve(stdout) : reject(new Error(`pgbench: ${stderr}`)),
      );
    });
    const figure = (pattern: RegExp) => Number(pattern.exec(output)?.[1]);
    return { tool: 'pgbench', perSecond: figure(/tps = ([\d.]+)/), meanMs: figure(/latency average = ([\d.]+)/) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withBareClient({ url, clients, seconds, assignments }: Baseline): Promise<BaselineResult> {
  const text = submissionSql('$1');
  const own = Math.floor(assignments / clients);
  const from = performance.now();
  const counts = await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const connection = new pg.Client({ connectionString: url });
      await connection.connect();
      let done = 0;
      for (; performance.now() - from < seconds * 1000; done += 1) {
        await connection.query({ name: 'submit', text, values: [client * own + (done % own)] });
      }
      await connection.end();
      return done;
    }),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const elapsed = performance.now() - from;
  return { tool: 'a bare client', perSecond: (total * 1000) / elapsed, meanMs: (elapsed * clients) / total };
}
