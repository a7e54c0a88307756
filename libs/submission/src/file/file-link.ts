import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who a link was given to, and as what. */
export interface FileLinkClaims {
  /** Public id of the file. */
  readonly file: string;
  /** User id of the reader; of a judge, who must not learn any, the public id of the assignment. */
  readonly reader: string;
  readonly as: 'team' | 'office' | 'judge' | 'draw';
  /** Seconds since 1970, by the database's clock. */
  readonly until: number;
  /** The file itself, or the pages of its viewing copy. */
  readonly of: 'file' | 'pages';
}

const signature = (key: Buffer, body: string) => createHmac('sha256', key).update(`file-link.${body}`).digest();

/** A token that says what it opens, and that nobody without the key can make. */
export function signFileLink(key: Buffer, { file, reader, as, until, of }: FileLinkClaims): string {
  const body = Buffer.from(JSON.stringify([file, reader, as, until, of])).toString('base64url');
  return `${body}.${signature(key, body).toString('base64url')}`;
}

/** What a token says; null where it was not signed with this key. Whether its time has passed is not looked at. */
export function readFileLink(key: Buffer, token: string): FileLinkClaims | null {
  const [body = '', given = '', ...rest] = token.split('.');
  const [expected, found] = [signature(key, body), Buffer.from(given, 'base64url')];
  if (rest.length > 0 || found.length !== expected.length || !timingSafeEqual(found, expected)) return null;
  const [file, reader, as, until, of] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
    string,
    string,
    FileLinkClaims['as'],
    number,
    FileLinkClaims['of'],
  ];
  return { file, reader, as, until, of };
}
