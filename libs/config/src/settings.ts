import { host, mailbox, networks, oneOf, optional, origin, text, url, wholeNumber, type Setting } from './setting.js';

const postgresUrl = url(['postgresql', 'postgres']);

/** Every environment variable that Leitai reads. `.env.example` and the typed configuration both come from this table. */
export const settings = {
  LEITAI_DATA: {
    type: text(),
    fallback: '.leitai',
    description: 'Data folder: database, secrets and logs of the embedded mode, files, and uploads on their way.',
  },
  PORT: { type: wholeNumber(1, 65_535), fallback: '3000', description: 'Port of the web address.' },
  HOST: {
    type: host(),
    fallback: '127.0.0.1',
    description: 'Address to listen on. The demo listens on the loopback address only.',
  },
  PUBLIC_ORIGIN: {
    type: optional(origin()),
    description: 'Origin that browsers see, where it is not http://HOST:PORT. With https, cookies are Secure.',
  },
  DATABASE_URL: {
    type: optional(postgresUrl),
    description: 'PostgreSQL 15 or later, as the role leitai_app. When set, no embedded database is started.',
    secret: true,
  },
  DATABASE_MIGRATION_URL: {
    type: optional(postgresUrl),
    description: 'The same database as its owner; read by `leitai migrate` alone.',
    secret: true,
  },
  DATABASE_POOL_SIZE: {
    type: wholeNumber(2, 100),
    fallback: '8',
    description: 'Connections of one process. More than 8 on a small machine is slower, not faster.',
  },
  REDIS_URL: {
    type: optional(url(['redis', 'rediss'])),
    description: 'Redis for the queues. Without it they live in PostgreSQL.',
    secret: true,
  },
  SMTP_URL: {
    type: optional(url(['smtp', 'smtps'])),
    description:
      'Mail server. smtp:// begins TLS by STARTTLS, and insists on it outside this machine unless it ends in ?tls=no. Without it mail waits in the outbox, where the office sees it.',
    secret: true,
  },
  MAIL_FROM: {
    type: optional(mailbox()),
    description: 'Address that mail comes from, with or without a name before it. Needed with SMTP_URL.',
  },
  S3_BUCKET: {
    type: optional(text()),
    description: 'Bucket in which files are kept, by the S3 API. Without it they lie in the data folder.',
  },
  S3_ENDPOINT: {
    type: optional(url(['http', 'https'])),
    description: 'Address of the S3 server, where it is not that of AWS for the region.',
  },
  S3_REGION: { type: text(), fallback: 'us-east-1', description: 'Region of the bucket.' },
  S3_ACCESS_KEY_ID: { type: optional(text()), description: 'Who we are to the S3 server.', secret: true },
  S3_SECRET_ACCESS_KEY: { type: optional(text()), description: 'The key that belongs to it.', secret: true },
  FILES_ORIGIN: {
    type: optional(origin()),
    description: 'Origin that serves files alone, where they have one of their own. It leads to the same api.',
  },
  FILE_LINK_KEY: {
    type: optional(text()),
    description: 'Signs the links to files, the same for every api process. Without it each process has its own.',
    secret: true,
  },
  CLAMD_URL: {
    type: optional(url(['tcp'])),
    description: 'clamd that looks at every file, such as tcp://clamav:3310. Without it files say that nobody did.',
  },
  OFFICE_PROGRAM: {
    type: text(),
    fallback: 'soffice',
    description:
      'LibreOffice, as a path or a name on PATH: shows DOCX, PPTX and XLSX page by page. Where there is none, teams are asked for a PDF.',
  },
  SESSION_IDLE_HOURS: {
    type: wholeNumber(1, 720),
    fallback: '12',
    description: 'A session unused for so long has ended.',
  },
  SESSION_MAX_HOURS: {
    type: wholeNumber(1, 2160),
    fallback: '168',
    description: 'A session so old has ended, however much it is used.',
  },
  RATE_LIMIT_PER_MINUTE: {
    type: wholeNumber(0, 1_000_000),
    fallback: '1200',
    description:
      'Requests that one signed-in person, or one address without a session, may make a minute; 0: no limit.',
  },
  TRUSTED_PROXIES: {
    type: optional(networks()),
    description: 'Addresses or networks, separated by commas, whose X-Forwarded-For is believed. Absent: nobody.',
  },
  LOG_LEVEL: {
    type: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    fallback: 'info',
    description: 'Least severe level that is logged.',
  },
  LEITAI_MODE: {
    type: optional(oneOf(['embedded', 'external', 'test'])),
    description: 'Set by the supervisor and by the test suites for the processes they start.',
    audience: 'internal',
  },
  LEITAI_DEMO: {
    type: oneOf(['no', 'yes']),
    fallback: 'no',
    description: 'Set by `leitai start --demo`: only demo accounts may sign in, and pages say that all is invented.',
    audience: 'internal',
  },
  WORKER_CLOCK_SECONDS: {
    type: wholeNumber(1, 600),
    fallback: '15',
    description: 'How often a worker looks for work that no queue knows of.',
    audience: 'internal',
  },
  FAILPOINT: {
    type: optional(text()),
    description: 'Point in the code at which a process started by a fault test kills itself.',
    audience: 'test',
  },
  TEST_DATABASE_MIGRATION_URL: {
    type: optional(postgresUrl),
    description: 'Server on which the continuous integration tries the migrations in a throw-away database.',
    secret: true,
    audience: 'test',
  },
} as const satisfies Record<string, Setting<unknown>>;

export type SettingName = keyof typeof settings;
