import nodemailer from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';
import type { ComposedLetter } from './compose-letter.js';

/**
 * What became of a mail: `accepted` by the server, `deferred` where another attempt may do, `refused` where none will.
 * The code is stable and holds no address: `smtp-550`, `connection-lost`, `timed-out`, `sign-in-refused`, `tls-failed`.
 */
export type SmtpOutcome =
  { readonly outcome: 'accepted' } | { readonly outcome: 'deferred' | 'refused'; readonly error: string };

/** Together well below a lease, see `mailPace`. */
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 10_000 };

function options(smtpUrl: string): SMTPTransport.Options {
  const url = new URL(smtpUrl);
  const host = decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'smtps:';
  const isLocal = host === 'localhost' || host === '::1' || host.startsWith('127.');
  return {
    host,
    secure,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    // Neither a password nor a mail leaves the machine in clear, unless the address itself says so.
    requireTLS: !secure && !isLocal && url.searchParams.get('tls') !== 'no',
    ignoreTLS: url.searchParams.get('tls') === 'no',
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...timeouts,
  };
}

const ownCodes: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'timed-out',
  EAUTH: 'sign-in-refused',
  ENOAUTH: 'sign-in-refused',
  ETLS: 'tls-failed',
  EDNS: 'server-unknown',
  EENVELOPE: 'address-refused',
};

function outcomeOf(error: unknown): SmtpOutcome {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number };
  // A server that does not let us in can be mended; the mail itself is not at fault.
  if (code === 'EAUTH' || code === 'ENOAUTH') return { outcome: 'deferred', error: 'sign-in-refused' };
  if (responseCode !== undefined) {
    return { outcome: responseCode >= 500 ? 'refused' : 'deferred', error: `smtp-${responseCode}` };
  }
  if (code === 'EENVELOPE') return { outcome: 'refused', error: 'address-refused' };
  return { outcome: 'deferred', error: ownCodes[code] ?? 'connection-lost' };
}

/** Hands one mail over, on a connection of its own: one that breaks tells of this mail alone. Never throws. */
export async function sendBySmtp(smtpUrl: string, from: string, letter: ComposedLetter): Promise<SmtpOutcome> {
  const transport = nodemailer.createTransport(options(smtpUrl));
  try {
    await transport.sendMail({
      ...letter,
      from,
      // Tells other machines not to answer it with an absence note.
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { outcome: 'accepted' };
  } catch (error) {
    return outcomeOf(error);
  } finally {
    transport.close();
  }
}

/** Connects, and signs in where the URL says how. @throws Error saying why not */
export async function verifySmtp(smtpUrl: string): Promise<void> {
  const transport = nodemailer.createTransport({ ...options(smtpUrl), connectionTimeout: 5000, greetingTimeout: 5000 });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}
