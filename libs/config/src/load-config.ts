import { join, resolve } from 'node:path';
import { ConfigError, type ConfigProblem } from './config-error.js';
import { readSettings, type Environment, type SettingValues } from './read-settings.js';

/**
 * How this process was started: `embedded` with the database of the data folder, `external` on a database of the
 * operator's, `test` by a test suite. Only `test` listens to failpoints.
 */
export type Mode = 'embedded' | 'external' | 'test';

export type AppConfig = {
  readonly mode: Mode;
  /** Demo editions and demo accounts only; never true on an operator's database. */
  readonly demo: boolean;
  /** Absolute path. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** Scheme, host and port as browsers see them, for example `https://judging.example.org`. */
  readonly publicOrigin: string;
  readonly database: {
    readonly url: string | undefined;
    readonly migrationUrl: string | undefined;
    readonly poolSize: number;
  };
  /** Absent: the queues live in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Absent: nothing is sent, it waits in the outbox. Absent in the demo too, whose people are invented. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
  readonly files: {
    /** Scheme, host and port from which files are served; absent: the page's own. */
    readonly origin: string | undefined;
    /** Signs the links to files; absent: each process makes its own. */
    readonly linkKey: string | undefined;
    /** `tcp://host:port`; absent: files are not scanned for viruses. */
    readonly scanner: string | undefined;
    /** Name on PATH or path of LibreOffice's program; it need not be there. */
    readonly officeProgram: string;
    /** Absolute path; not used where `s3` is given. */
    readonly folder: string;
    /** Absolute path: where uploads arrive. */
    readonly uploadsFolder: string;
    readonly s3:
      | {
          readonly endpoint: string | undefined;
          readonly region: string;
          readonly bucket: string;
          readonly accessKeyId: string;
          readonly secretAccessKey: string;
        }
      | undefined;
  };
  readonly session: { readonly idleHours: number; readonly maxHours: number; readonly secureCookie: boolean };
  /** Zero: no limit. */
  readonly rateLimitPerMinute: number;
  readonly trustedProxies: readonly string[];
  readonly logLevel: SettingValues['LOG_LEVEL'];
  /** How often a worker looks for work that no queue knows of. */
  readonly clockSeconds: number;
  readonly failpoint: string | undefined;
  readonly testDatabaseMigrationUrl: string | undefined;
};

/** An IPv6 address stands in brackets within a URL. */
function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** What variables say against each other, as far as they could be read. */
function inconsistencies(values: Partial<SettingValues>, mode: Mode): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (values.FAILPOINT !== undefined && mode !== 'test') {
    problems.push({ variable: 'FAILPOINT', message: 'is for the test suites only; unset it' });
  }
  if (mode === 'external' && values.DATABASE_URL === undefined) {
    problems.push({ variable: 'DATABASE_URL', message: 'is missing, but LEITAI_MODE is external' });
  }
  if (mode === 'external' && values.LEITAI_DEMO === 'yes') {
    problems.push({ variable: 'LEITAI_DEMO', message: 'is for the embedded mode only; there is no demo here' });
  }
  if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined) {
    problems.push({ variable: 'MAIL_FROM', message: 'is missing, but SMTP_URL is set' });
  }
  for (const variable of ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const) {
    if (values.S3_BUCKET !== undefined && values[variable] === undefined) {
      problems.push({ variable, message: 'is missing, but S3_BUCKET is set' });
    }
  }
  if (values.FILE_LINK_KEY !== undefined && values.FILE_LINK_KEY.length < 32) {
    problems.push({ variable: 'FILE_LINK_KEY', message: 'must be at least 32 characters long' });
  }
  const { SESSION_MAX_HOURS: longest = Infinity, SESSION_IDLE_HOURS: idle = 0 } = values;
  if (longest < idle) {
    problems.push({ variable: 'SESSION_MAX_HOURS', message: 'must not be less than SESSION_IDLE_HOURS' });
  }
  return problems;
}

/**
 * The configuration of this process, from its environment; `.env` files are not read by themselves.
 * @throws ConfigError naming every problem at once.
 */
export function loadConfig(env: Environment = process.env): AppConfig {
  const { values: read, problems } = readSettings(env);
  const unread = new Set(problems.map(({ variable }) => variable));
  const isExternal = read.DATABASE_URL !== undefined || unread.has('DATABASE_URL');
  const mode = read.LEITAI_MODE ?? (isExternal ? 'external' : 'embedded');
  const all = [...problems, ...inconsistencies(read, mode).filter(({ variable }) => !unread.has(variable))];
  if (all.length > 0) throw new ConfigError(all);
  return appConfig(read as SettingValues, mode);
}

function mailOf({ SMTP_URL: smtpUrl, MAIL_FROM: from, LEITAI_DEMO: demo }: SettingValues): AppConfig['mail'] {
  return smtpUrl === undefined || from === undefined || demo === 'yes' ? undefined : { smtpUrl, from };
}

function filesConfig(values: SettingValues): AppConfig['files'] {
  const dataFolder = resolve(values.LEITAI_DATA);
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region } = values;
  const [accessKeyId, secretAccessKey] = [values.S3_ACCESS_KEY_ID ?? '', values.S3_SECRET_ACCESS_KEY ?? ''];
  return {
    origin: values.FILES_ORIGIN,
    linkKey: values.FILE_LINK_KEY,
    scanner: values.CLAMD_URL,
    officeProgram: values.OFFICE_PROGRAM,
    folder: join(dataFolder, 'files'),
    uploadsFolder: join(dataFolder, 'uploads'),
    s3: bucket === undefined ? undefined : { endpoint, region, bucket, accessKeyId, secretAccessKey },
  };
}

function appConfig(values: SettingValues, mode: Mode): AppConfig {
  const publicOrigin = values.PUBLIC_ORIGIN ?? new URL(`http://${urlHost(values.HOST)}:${values.PORT}`).origin;
  return {
    mode,
    demo: values.LEITAI_DEMO === 'yes',
    dataFolder: resolve(values.LEITAI_DATA),
    host: values.HOST,
    port: values.PORT,
    publicOrigin,
    database: {
      url: values.DATABASE_URL,
      migrationUrl: values.DATABASE_MIGRATION_URL,
      poolSize: values.DATABASE_POOL_SIZE,
    },
    redisUrl: values.REDIS_URL,
    mail: mailOf(values),
    files: filesConfig(values),
    session: {
      idleHours: values.SESSION_IDLE_HOURS,
      maxHours: values.SESSION_MAX_HOURS,
      secureCookie: publicOrigin.startsWith('https:'),
    },
    rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE,
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    logLevel: values.LOG_LEVEL,
    clockSeconds: values.WORKER_CLOCK_SECONDS,
    failpoint: values.FAILPOINT,
    testDatabaseMigrationUrl: values.TEST_DATABASE_MIGRATION_URL,
  };
}
