import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, WindowService } from '#contest';
import { createDataSource } from '#database';
import { SessionPolicy, SessionService } from '#identity';
import { LedgerService } from '#ledger';
import { officeList, officeListSize } from '../builders/office-list.js';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';
import { startProcess } from '../builders/processes.js';
import { milliseconds, say, sayAim } from './figures.js';

// The list of both contests' teams from one XLSX, each step a request to the built API on a durable database. HotCRP says
// of itself that it takes about 20 s for as many.
const aim = 2000;
const list = officeList();

interface Office {
  readonly cookie: string;
  readonly base: string;
}

async function openOffice({ appUrl }: TestDatabase): Promise<Office> {
  const dataSource = createDataSource(appUrl, { poolSize: 2 });
  await dataSource.initialize();
  const [ledger, office] = [new LedgerService(), uuidv7()];
  const templates = new ContestTemplateService(dataSource, ledger);
  const template = templates.read(readFileSync(new URL('../../contests/goe-2024.yaml', import.meta.url), 'utf8'));
  const { editionId, slug } = await templates.apply(template);
  await new WindowService(dataSource, ledger).open({ editionId }, { actor: office });
  await dataSource.query(`insert into users (id, email, display_name) values ($1, 'office@example.test', 'Office')`, [
    office,
  ]);
  await dataSource.query(
    `insert into role_grants (id, user_id, role, edition_id) values (gen_random_uuid(), $1, 'organiser', $2)`,
    [office, editionId],
  );
  const sessions = new SessionService(dataSource, new SessionPolicy(12, 168, false));
  const cookie = `leitai_session=${await sessions.open(dataSource.manager, office)}`;
  await dataSource.destroy();
  return { cookie, base: `/api/v1/editions/${slug}/imports` };
}

interface Answer {
  readonly publicId: string;
  readonly columns: object;
  readonly digest: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Runs a request and gives its answer with the milliseconds that it took. */
type Timed = (method: string, path: string, options?: RequestInit) => Promise<{ took: number; body: Answer }>;

function timed(origin: string, cookie: string): Timed {
  return async (method, path, options = {}) => {
    const headers = { origin, cookie, 'idempotency-key': uuidv7(), ...(options.headers as Record<string, string>) };
    const from = performance.now();
    const response = await fetch(`${origin}${path}`, { ...options, method, headers });
    const body = (await response.json()) as Answer;
    if (!response.ok) throw new Error(JSON.stringify(body));
    return { took: performance.now() - from, body };
  };
}

async function bringIn(send: Timed, base: string, name: string): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const bytes = { 'content-type': 'application/octet-stream' };
  const read = await send('POST', `${base}?kind=entries&name=list.xlsx`, {
    headers: bytes,
    body: new Uint8Array(list),
  });
  const own = `${base}/${read.body.publicId}`;
  const mapped = await send('PUT', `${own}/columns`, { headers: json, body: JSON.stringify(read.body.columns) });
  const preview = await send('GET', `${own}/preview`);
  const headers = { ...json, 'if-match': `"${preview.body.digest}"` };
  const applied = await send('POST', `${own}/application`, { headers, body: '{}' });
  const { counts } = preview.body;
  say(`${name}: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged`);
  say(`  file read ${milliseconds(read.took)}, columns kept ${milliseconds(mapped.took)}`);
  sayAim('dry run', milliseconds(preview.took), `at most ${milliseconds(aim)}`, preview.took <= aim);
  sayAim('taken over', milliseconds(applied.took), `at most ${milliseconds(aim)}`, applied.took <= aim);
}

const database = await createTestDatabase();
const { cookie, base } = await openOffice(database);
const api = await startProcess('api', { database, env: { RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'warn' } });
try {
  const send = timed(api.origin, cookie);
  say(
    `${officeListSize} entries with teams of five from one XLSX of ${Math.round(list.length / 1024)} kB (HotCRP: 20 s)`,
  );
  await bringIn(send, base, 'first time');
  await bringIn(send, base, 'second time');
} finally {
  await api.kill();
  await database.drop();
}
