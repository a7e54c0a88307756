import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** A real mail server on the loopback address, which does with each mail what the test says. */
export type SmtpAnswer = 'accept' | 'defer' | 'refuse' | 'hang-up' | 'wait';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly raw: string;
  /** Header fields, unfolded and decoded, by name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Whether the server took it. */
  readonly isAccepted: boolean;
}

export interface TestSmtp {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** For the next mails, one each; `accept` for those after them. */
  answer(...answers: readonly SmtpAnswer[]): void;
  /** Lets the mails that wait be accepted. */
  release(): void;
  close(): Promise<void>;
}

const failure = (code: number) => Object.assign(new Error('as the test says'), { responseCode: code });

/** @param password of the user `leitai`; none: the server asks nobody who they are */
export async function startSmtp(password?: string): Promise<TestSmtp> {
  const mails: ReceivedMail[] = [];
  let answers: SmtpAnswer[] = [];
  let waiting: (() => void)[] = [];
  const server = new SMTPServer({
    disabledCommands: password === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: auth.username }) : done(failure(535)),
    onData: (stream, session, done) => {
      const answer = answers.shift() ?? 'accept';
      const to = session.envelope.rcptTo.map(({ address }) => address);
      if (answer === 'hang-up') {
        for (const connection of server.connections) connection.close();
        stream.resume();
        return;
      }
      void readAll(stream).then((raw) => {
        mails.push({ to, raw, headers: headersOf(raw), isAccepted: answer === 'accept' || answer === 'wait' });
        if (answer === 'wait') waiting.push(() => done());
        else done(answer === 'accept' ? null : failure(answer === 'defer' ? 451 : 550));
      });
    },
  });
  // A client that leaves in the middle is what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${password === undefined ? '' : `leitai:${password}@`}127.0.0.1:${port}`,
    mails,
    answer: (...next) => void (answers = [...next]),
    release: () => {
      for (const done of waiting) done();
      waiting = [];
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function readAll(stream: SMTPServerDataStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function headersOf(raw: string): ReadonlyMap<string, string> {
  const head = (raw.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
  return new Map(
    head.split('\r\n').map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), decoded(line.slice(at + 1).trim())];
    }),
  );
}

/** RFC 2047: words between which there is only space belong together, down to their bytes. */
function decoded(text: string): string {
  return text.replace(/(=\?utf-8\?[bq]\?[^?]*\?=\s*)+/gi, (run) => {
    const words = [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, encoding = '', word = '']) =>
      encoding.toUpperCase() === 'B' ? Buffer.from(word, 'base64') : quoted(word.replaceAll('_', ' ')),
    );
    return `${Buffer.concat(words).toString('utf8')}${/\s$/.test(run) ? ' ' : ''}`;
  });
}

function quoted(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** The parts of a mail as they are read: `text/plain` and `text/html`. */
export function partOf({ raw }: ReceivedMail, type: 'text/plain' | 'text/html'): string {
  const at = raw.indexOf(`Content-Type: ${type}`);
  const start = raw.indexOf('\r\n\r\n', at) + 4;
  const body = raw.slice(start, raw.indexOf('\r\n--', start));
  const head = raw.slice(at, start);
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return quoted(body.replace(/=\r\n/g, '')).toString('utf8');
}
