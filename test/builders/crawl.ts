import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import type { Asker } from './api.js';
import type { WordFinder } from './find-words.js';
import {
  type OpenApi,
  type Operation,
  operationsOf,
  type Parameter,
  queriesOf,
  type Schema,
} from './openapi-operations.js';

/** What a contest is made of, and machinery: their ids name nothing of a team, and there are many. */
const notOfTeams = new Set([
  ...['ledger_events', 'migrations', 'rules_versions', 'criteria', 'award_tiers', 'tracks', 'field_groups'],
  ...['divisions', 'panels', 'login_attempts', 'enterprise_problems'],
]);

/** Tables of what addresses call otherwise; whatever is found in neither way is asked for with every id there is. */
const tableOfNoun: Readonly<Record<string, string>> = {
  ...{ files: 'entry_files', messages: 'outbox_messages', team: 'team_members', cases: 'due_diligence_cases' },
  ...{ names: 'organisation_names', 'award-lists': 'award_list_versions' },
};

/** Everything in the database that an address may name. */
export interface Nameable {
  readonly slugs: readonly string[];
  readonly trackKeys: readonly string[];
  readonly stageKeys: readonly string[];
  /** By table: public ids, of a table without them its ids. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

/**
 * @param owner of the database: the application's role may not read every table
 * @param leftOut ids under which nothing is asked for, as all of it is asked for under others
 */
export async function everythingNameable(owner: DataSource, leftOut: readonly string[] = []): Promise<Nameable> {
  const columns = await owner.query<{ table: string; column: string }[]>(
    `select c.table_name as table, max(c.column_name) as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name in ('id', 'public_id') and c.data_type = 'uuid'
       and (t.table_type = 'BASE TABLE' or c.table_name = 'calibration_desks') group by 1`,
  );
  const ids = new Map<string, string[]>();
  for (const { table, column } of columns.filter((found) => !notOfTeams.has(found.table))) {
    const rows = await owner.query<{ id: string }[]>(`select ${column}::text as id from ${table} limit 100`);
    ids.set(
      table,
      rows.map(({ id }) => id).filter((id) => !leftOut.includes(id)),
    );
  }
  const texts = async (sql: string) => (await owner.query<{ text: string }[]>(sql)).map(({ text }) => text);
  const trackKeys = await texts('select distinct key as text from tracks');
  const stageKeys = await texts('select distinct key as text from stages');
  return { slugs: await texts('select slug as text from editions'), trackKeys, stageKeys, ids };
}

/** What came of one request. */
export interface Crawled {
  /** `GET /api/v1/…/{publicId}` */
  readonly operation: string;
  readonly url: string;
  readonly status: number;
  /** Of the planted words, in its head or body. */
  readonly found: ReadonlySet<string>;
  readonly bytes: Buffer;
}

/** Somebody who asks for everything, by every way that the OpenAPI document names. */
export class Crawler {
  private readonly tokens = new Set<string>();
  /** Of assigned entries, as their judge alone knows them. */
  private readonly assignedFiles = new Set<string>();

  constructor(
    private readonly document: OpenApi,
    private readonly nameable: Nameable,
    private readonly finder: WordFinder,
    private readonly asker: Asker,
    /**
     * Where the guard refuses the role, one more address is asked and no others, as it does so before it looks at what is
     * named; and a write is sent to a few of what it may be about.
     */
    private readonly isBrief = false,
  ) {}

  /** Asks every GET route with every id of what it is about; links that come with answers are followed. */
  async reads(only = /./): Promise<Crawled[]> {
    const operations = operationsOf(this.document).filter(({ method, path }) => method === 'GET' && only.test(path));
    const stepOf = ({ path }: Operation) => (path.includes('{token}') ? 2 : ofAssigned.test(path) ? 1 : 0);
    const answers: Crawled[] = [];
    for (const step of [0, 1, 2]) answers.push(...(await this.ask(operations.filter((one) => stepOf(one) === step))));
    return answers;
  }

  /**
   * Asks with an id of everything else, too, wherever the guard has let something through: where it refuses a role,
   * it does so before it looks at what is named.
   */
  async furtherReads(reads: readonly Crawled[]): Promise<Crawled[]> {
    const open = new Set(reads.filter(({ status }) => status !== 403).map(({ operation }) => operation));
    const operations = operationsOf(this.document).filter(({ method, path }) => open.has(`${method} ${path}`));
    return this.ask(operations, new Set(reads.map(({ url }) => url)));
  }

  /** Sends every write route nothing, too little, and what its document asks for. */
  async writes(): Promise<Crawled[]> {
    const isEnd = ({ path }: Operation) => /\/(session|recusal)$/.test(path);
    const writes = operationsOf(this.document).filter(({ method }) => !['GET', 'HEAD'].includes(method));
    const acts = writes.filter((operation) => !isEnd(operation));
    return [...(await this.ask(acts)), ...(await this.ask(writes.filter(isEnd)))];
  }

  /** @param known addresses that were asked before: then those of everything else are asked */
  private async ask(operations: readonly Operation[], known: ReadonlySet<string> | null = null): Promise<Crawled[]> {
    const asked = operations.map((operation) => ({
      operation,
      requests: this.few(operation, this.urlsOf(operation, known !== null))
        .filter((url) => known?.has(url) !== true)
        .flatMap((url) => this.bodiesOf(operation).map((body) => ({ url, body }))),
    }));
    const answers: Crawled[] = [];
    const next = async (): Promise<void> => {
      for (let one = asked.pop(); one !== undefined; one = asked.pop()) {
        answers.push(...(await this.all(one.operation, one.requests)));
      }
    };
    asked.reverse();
    await Promise.all(Array.from({ length: 8 }, next));
    return answers;
  }

  private few({ method }: Operation, urls: readonly string[]): readonly string[] {
    if (!this.isBrief || ['GET', 'HEAD'].includes(method)) return urls;
    return [...new Set([...urls.slice(0, 2), ...urls.slice(-2)])];
  }

  private async all(
    operation: Operation,
    requests: readonly { readonly url: string; readonly body: object | null }[],
  ): Promise<Crawled[]> {
    const answers: Crawled[] = [];
    for (const [at, { url, body }] of requests.entries()) {
      const isLast = at === requests.length - 1;
      if (this.isBrief && at > 0 && !isLast && [401, 403].includes(answers[0]?.status ?? 0)) continue;
      answers.push(await this.one(operation, url, body));
    }
    return answers;
  }

  private async one({ method, path }: Operation, url: string, body: object | null): Promise<Crawled> {
    const response = await fetch(`${this.asker.address}${url}`, {
      method,
      redirect: 'manual',
      headers: {
        ...{ origin: this.origin, cookie: this.asker.cookie ?? '' },
        ...(method === 'GET' ? {} : { 'idempotency-key': uuidv7(), 'if-match': '"1"' }),
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
    const bytes = await bytesOf(response);
    for (const [, token = ''] of bytes.toString('utf8').matchAll(/"\/files\/(?:assigned\/|drawn\/)?([\w.-]+)/g)) {
      this.tokens.add(token);
    }
    if (path.endsWith('/entry') && response.status === 200) {
      for (const { publicId } of assignedFilesOf(bytes)) this.assignedFiles.add(publicId);
    }
    const head = JSON.stringify([...response.headers].filter(([name]) => name !== 'date'));
    const found = new Set([...(await this.finder.in(Buffer.from(head))), ...(await this.finder.inAnswer(bytes, url))]);
    return { operation: `${method} ${path}`, url, status: response.status, found, bytes };
  }

  /** A page of ours: that of another origin is refused before it is read. */
  private get origin(): string {
    return this.asker.origin;
  }

  private urlsOf(operation: Operation, isBroad: boolean): string[] {
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
    const last = inPath.findLast((parameter) => !isFixed(parameter));
    let urls = [operation.path];
    for (const parameter of inPath) {
      const values = this.valuesOf(operation, parameter, isBroad && parameter === last);
      urls = urls.flatMap((url) =>
        values.map((value) => url.replace(`{${parameter.name}}`, encodeURIComponent(value))),
      );
    }
    return urls.flatMap((url) => queriesOf(operation).map((query) => url + query));
  }

  /** @param isBroad an id of everything there is, also of what the route is not about */
  private valuesOf({ path }: Operation, { name, schema }: Parameter, isBroad: boolean): readonly string[] {
    if (schema?.enum) return schema.enum;
    if (name === 'slug') return [...this.nameable.slugs, 'no-such-edition'];
    if (name === 'trackKey') return this.nameable.trackKeys;
    if (name === 'stageKey') return this.nameable.stageKeys;
    if (ofAssigned.test(path) && name === 'filePublicId') return [...this.assignedFiles, uuidv4(), 'x'];
    if (name === 'token') return [...this.tokens, 'nothing'];
    if (name === 'number') return ['1', '2', 'x'];
    const noun = new RegExp(`([a-z-]+)/\\{${name}\\}`).exec(path)?.[1] ?? '';
    const table = path.includes('/draws/') && noun === 'files' ? 'draw_files' : tableOfNoun[noun];
    const named = this.nameable.ids.get(table ?? noun.replaceAll('-', '_'));
    // A calibration entry is read as an assigned one is.
    const own =
      noun === 'assignments' ? [...(named ?? []), ...(this.nameable.ids.get('calibration_desks') ?? [])] : named;
    const all = [...this.nameable.ids.values()];
    const ids = isBroad ? all.flatMap((of) => of.slice(0, 1)) : (own ?? all.flat());
    return [...new Set(ids), uuidv4(), 'x'];
  }

  private bodiesOf({ method, body }: Operation): readonly (object | null)[] {
    if (method === 'GET' || body === null) return [null];
    const whole = this.sample(body, '') as object;
    const needed = this.partsOf(body)?.required ?? [];
    // What only some rules take makes the whole of it invalid.
    const least = Object.fromEntries(Object.entries(whole).filter(([key]) => needed.includes(key)));
    return [{}, whole, least];
  }

  private partsOf(given: Schema): Schema | undefined {
    return given.$ref ? this.document.components.schemas[given.$ref.split('/').at(-1) ?? ''] : given;
  }

  private sample(given: Schema, name: string): unknown {
    const schema = this.partsOf(given);
    if (schema === undefined) return 'x';
    if (schema.enum) return schema.enum[0];
    if (schema.properties) {
      return Object.fromEntries(Object.entries(schema.properties).map(([key, part]) => [key, this.sample(part, key)]));
    }
    if (schema.type === 'array') return [this.sample(schema.items ?? {}, name)];
    if (schema.type === 'number') return schema.minimum ?? 1;
    if (schema.type === 'boolean') return true;
    if (schema.type === 'object') return {};
    if (/id$|^entry$/i.test(name)) return this.nameable.ids.get('entries')?.[0] ?? uuidv4();
    return schema.pattern?.includes('[A-Z]{2}') === true ? 'SG' : 'x'.repeat(Math.max(1, schema.minLength ?? 1));
  }
}

const ofAssigned = /^\/api\/v1\/assignments\/\{publicId\}\/files\//;
const assignedFilesOf = (bytes: Buffer) => (JSON.parse(bytes.toString()) as { files: { publicId: string }[] }).files;

const isFixed = ({ name, schema }: Parameter) =>
  schema?.enum !== undefined || ['slug', 'trackKey', 'stageKey', 'token', 'number'].includes(name);

/** All of it; of a stream, what comes in its first moments. */
async function bytesOf(response: Response): Promise<Buffer> {
  if (!(response.headers.get('content-type') ?? '').includes('event-stream')) {
    return Buffer.from(await response.arrayBuffer());
  }
  const reader = response.body?.getReader();
  const waited = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 500));
  const first = await Promise.race([reader?.read(), waited]);
  await reader?.cancel();
  return Buffer.from(first?.value ?? []);
}
