import { isIP } from 'node:net';
import { z } from 'zod';

/** Where a variable is read: by people running Leitai, by its own child processes, or by the test suites only. */
export type SettingAudience = 'operator' | 'internal' | 'test';

/** One environment variable: what it accepts, what it means, and what stands when it is absent. */
export type Setting<T> = {
  readonly type: z.ZodType<T, string | undefined>;
  /** The text shown as default in `.env.example`; `undefined` where there is none. */
  readonly fallback?: string;
  readonly description: string;
  /** Secrets may come from a file named by `NAME_FILE`, and their values are never printed. */
  readonly secret?: true;
  readonly audience?: SettingAudience;
};

const present = (message: string) => z.string({ error: message });

/** A whole number written in plain digits; `1e3`, ` 8` and `0x10` are refused, as `Number` would accept them silently. */
export function wholeNumber(min: number, max: number): z.ZodType<number, string | undefined> {
  return present('is missing')
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));
}

export function oneOf<const T extends readonly [string, ...string[]]>(
  choices: T,
): z.ZodType<T[number], string | undefined> {
  return z.enum(choices, { error: `must be one of ${choices.join(', ')}` });
}

export function text(): z.ZodType<string, string | undefined> {
  return present('is missing');
}

/** An IP address without brackets, or a host name. */
export function host(): z.ZodType<string, string | undefined> {
  const isHost = (value: string) =>
    isIP(value) !== 0 ||
    /^(?!.{254})([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i.test(value);
  return present('is missing').refine(isHost, 'must be an IP address or a host name, such as 127.0.0.1');
}

/** A URL of one of the given schemes (written without the colon), with a host. */
export function url(schemes: readonly string[]): z.ZodType<string, string | undefined> {
  const matches = (value: string) => {
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    const scheme = parsed?.protocol.slice(0, -1) ?? '';
    return schemes.includes(scheme) && value.startsWith(`${parsed?.protocol}//`) && parsed?.hostname !== '';
  };
  return present('is missing').refine(matches, `must be a URL that begins with ${schemes.join(':// or ')}://`);
}

/** Scheme, host and port alone, so that it can be compared with an `Origin` header as it stands. */
export function origin(): z.ZodType<string, string | undefined> {
  return url(['http', 'https']).refine(
    (value) => !URL.canParse(value) || new URL(value).origin === value,
    'must be an origin without a path, such as https://judging.example.org',
  );
}

/** Names for ranges of addresses that proxies are commonly given. */
const namedNetworks = new Set(['loopback', 'linklocal', 'uniquelocal']);

function isNetwork(value: string): boolean {
  if (namedNetworks.has(value)) return true;
  const [address = '', prefix, ...rest] = value.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** Addresses and networks (CIDR) separated by commas; `true` or a number of hops would believe anybody. */
export function networks(): z.ZodType<readonly string[], string | undefined> {
  return present('is missing')
    .transform((value) => value.split(',').map((entry) => entry.trim()))
    .refine(
      (entries) => entries.every(isNetwork),
      'must be addresses or networks such as 10.0.0.0/8, separated by commas',
    );
}

export function optional<T>(type: z.ZodType<T, string | undefined>): z.ZodType<T | undefined, string | undefined> {
  return type.optional();
}
