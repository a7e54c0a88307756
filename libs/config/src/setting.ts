import { isIP } from 'node:net';
import * as v from 'valibot';

/** Where a variable is read: by people running Leitai, by its own child processes, or by the test suites only. */
export type SettingAudience = 'operator' | 'internal' | 'test';

/** What a variable's text is read as; `undefined` is a variable that is absent. */
export type SettingType<T> = v.GenericSchema<string | undefined, T>;

/** One environment variable: what it accepts, what it means, and what stands when it is absent. */
export type Setting<T> = {
  readonly type: SettingType<T>;
  /** The text shown as default in `.env.example`; `undefined` where there is none. */
  readonly fallback?: string;
  readonly description: string;
  /** Secrets may come from a file named by `NAME_FILE`, and their values are never printed. */
  readonly secret?: true;
  readonly audience?: SettingAudience;
};

const present = v.string('is missing');

/** A whole number written in plain digits; `1e3`, ` 8` and `0x10` are refused, as `Number` would accept them silently. */
export function wholeNumber(min: number, max: number): SettingType<number> {
  return v.pipe(
    present,
    v.regex(/^\d{1,9}$/, 'must be a whole number'),
    v.transform(Number),
    v.minValue(min, `must be at least ${min}`),
    v.maxValue(max, `must be at most ${max}`),
  );
}

export function oneOf<const T extends readonly [string, ...string[]]>(choices: T): SettingType<T[number]> {
  return v.picklist(choices, `must be one of ${choices.join(', ')}`);
}

export function text(): SettingType<string> {
  return present;
}

/** An IP address without brackets, or a host name. */
export function host(): SettingType<string> {
  const isHost = (value: string) =>
    isIP(value) !== 0 ||
    /^(?!.{254})([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i.test(value);
  return v.pipe(present, v.check(isHost, 'must be an IP address or a host name, such as 127.0.0.1'));
}

/** A URL of one of the given schemes (written without the colon), with a host. */
export function url(schemes: readonly string[]): SettingType<string> {
  const matches = (value: string) => {
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    const scheme = parsed?.protocol.slice(0, -1) ?? '';
    return schemes.includes(scheme) && value.startsWith(`${parsed?.protocol}//`) && parsed?.hostname !== '';
  };
  return v.pipe(present, v.check(matches, `must be a URL that begins with ${schemes.join(':// or ')}://`));
}

/** Scheme, host and port alone, so that it can be compared with an `Origin` header as it stands. */
export function origin(): SettingType<string> {
  const isOrigin = (value: string) => !URL.canParse(value) || new URL(value).origin === value;
  return v.pipe(
    url(['http', 'https']),
    v.check(isOrigin, 'must be an origin without a path, such as https://judging.example.org'),
  );
}

/** A mail address, alone or as `Name <address>`, on one line. */
export function mailbox(): SettingType<string> {
  const address = String.raw`[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,189}`;
  const form = new RegExp(`^(${address}|[^<>,;"@\\p{Cc}]{1,100} <${address}>)$`, 'u');
  return v.pipe(present, v.regex(form, 'must be an address such as Contest office <office@example.org>'));
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
export function networks(): SettingType<readonly string[]> {
  return v.pipe(
    present,
    v.transform((value) => value.split(',').map((entry) => entry.trim())),
    v.check(
      (entries) => entries.every(isNetwork),
      'must be addresses or networks such as 10.0.0.0/8, separated by commas',
    ),
  );
}

export function optional<T>(type: SettingType<T>): SettingType<T | undefined> {
  return v.optional(type);
}
