import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { AppConfig } from '#config';
import { SessionService, type Role } from '#identity';
import { createApi } from '../../apps/api/src/create-api.js';
import { testConfig } from './config.js';
import { createTestDatabase, type TestDatabase } from './postgres.js';

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface NewPerson {
  readonly role?: Role;
  /** uuid; needed with a role that belongs to an edition. */
  readonly editionId?: string;
  readonly mayApprove?: boolean;
  readonly displayName?: string;
}

/** Someone who asks the API: with a session, or without. */
export class Asker {
  /** @param address where the API listens @param origin what a browser on our pages would send */
  constructor(
    readonly address: string,
    readonly origin: string,
    readonly userId: string | null,
    readonly cookie: string | undefined,
  ) {}

  /** Sends a request; a body that is not a string is sent as JSON. An empty header is left out. */
  async send<Body = unknown>(method: string, url: string, options: RequestOptions = {}): Promise<Answer<Body>> {
    const { body } = options;
    const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...options.headers };
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    return (await this.ask(method, url, headers, text)) as Answer<Body>;
  }

  private async ask(
    method: string,
    url: string,
    given: Readonly<Record<string, string>>,
    body: string | Uint8Array<ArrayBuffer> | undefined,
  ): Promise<Answer> {
    const headers = { origin: this.origin, ...(this.cookie === undefined ? {} : { cookie: this.cookie }), ...given };
    const response = await fetch(`${this.address}${url}`, {
      method,
      headers: Object.entries(headers).filter(([, value]) => value !== ''),
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const isParsed = (response.headers.get('content-type') ?? '').includes('json') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      body: (isParsed ? JSON.parse(text) : text) as unknown,
    };
  }

  /** Sends bytes as they are. */
  sendBytes(method: string, url: string, headers: Readonly<Record<string, string>>, bytes: Buffer): Promise<Answer> {
    return this.ask(method, url, headers, new Uint8Array(bytes));
  }

  get<Body = unknown>(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<Body>> {
    return this.send('GET', url, { headers });
  }

  /** As `post`. */
  put<Body = unknown>(
    url: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    return this.send('PUT', url, { body, headers: { 'idempotency-key': uuidv7(), ...headers } });
  }

  /** As `post`. */
  delete<Body = unknown>(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<Body>> {
    return this.send('DELETE', url, { headers: { 'idempotency-key': uuidv7(), ...headers } });
  }

  /** A write with an Idempotency-Key of its own, unless `headers` name one. */
  post<Body = unknown>(
    url: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    return this.send('POST', url, { body, headers: { 'idempotency-key': uuidv7(), ...headers } });
  }
}

/** The real application on a database of its own. */
export class TestApi {
  constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestDatabase,
    readonly config: AppConfig,
    /** `http://127.0.0.1:…` */
    readonly address: string,
  ) {}

  /** As the application's role. */
  get dataSource(): DataSource {
    return this.app.get(DataSource);
  }

  anonymous(): Asker {
    return new Asker(this.address, this.config.publicOrigin, null, undefined);
  }

  /** A new person, already signed in (without a password). */
  async person(options: NewPerson = {}): Promise<Asker> {
    const userId = uuidv7();
    await this.dataSource.query('insert into users (id, email, display_name, is_demo) values ($1, $2, $3, $4)', [
      userId,
      `${userId}@example.test`,
      options.displayName ?? 'Test Person',
      this.config.demo,
    ]);
    if (options.role !== undefined) {
      await this.dataSource.query(
        'insert into role_grants (id, user_id, role, edition_id, may_approve) values ($1, $2, $3, $4, $5)',
        [uuidv7(), userId, options.role, options.editionId ?? null, options.mayApprove ?? false],
      );
    }
    return this.signedIn(userId);
  }

  /** A session for somebody who is in the database already. */
  async signedIn(userId: string): Promise<Asker> {
    const token = await this.app.get(SessionService).open(this.dataSource.manager, userId);
    const name = this.config.session.secureCookie ? '__Host-leitai_session' : 'leitai_session';
    return new Asker(this.address, this.config.publicOrigin, userId, `${name}=${token}`);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

/**
 * Starts the real AppModule in this process. `environment` changes settings, such as `{ REDIS_URL: … }`; give `database`
 * to share one between several, which then is dropped by the first `close()`; `webFolder` to serve the built pages too.
 */
export async function startApi(
  environment: Readonly<Record<string, string>> = {},
  database?: TestDatabase,
  webFolder?: string,
): Promise<TestApi> {
  const ours = database ?? (await createTestDatabase());
  const config = testConfig(ours, { LOG_LEVEL: 'silent', RATE_LIMIT_PER_MINUTE: '0', ...environment });
  const app = await createApi(config, webFolder);
  // A browser sends the origin it sees: then the port is the configured one.
  await app.listen(webFolder === undefined ? 0 : config.port, '127.0.0.1');
  return new TestApi(app, ours, config, await app.getUrl());
}
