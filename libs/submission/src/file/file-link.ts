import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who a link was given to, and as what. */
export interface FileLinkClaims {
  /** Public id of the file. */
  readonly file: string;
  /** User id of the reader. */
  readonly reader: string;
  readonly as: 'team' | 'office';
  /** Seconds since 1970, by the database's clock. */
  readonly until: number;
}

const signature = (key: Buffer, body: string) => createHmac('sha256', key).update(`file-link.${body}`).digest();

/** A token that says what it opens, and that nobody without the key can make. */
export function signFileLink(key: Buffer, { file, reader, as, until }: FileLinkClaims): string {
  const body = Buffer.from(JSON.stringify([file, reader, as, until])).toString('base64url');
  return `${body}.${signature(key, body).toString('base64url')}`;
}

/** What a token says; null where it was not signed with this key. Whether its time has passed is not looked at. */
export function readFileLink(key: Buffer, token: string): FileLinkClaims | null {
  const [body = '', given = '', ...rest] = token.split('.');
  const [expected, found] = [signature(key, body), Buffer.from(given, 'base64url')];
  if (rest.length > 0 || found.length !== expected.length || !timingSafeEqual(found, expected)) return null;
  const [file, reader, as, until] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
    string,
    string,
    FileLinkClaims['as'],
    number,
  ];
  return { file, reader, as, until };
}
