import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { readFileLink, signFileLink, type FileLinkClaims } from './file-link.js';

/** Injection token of the settings of links. */
export const fileLinkSettingsToken = Symbol('file link settings');

export interface FileLinkSettings {
  readonly key: Buffer;
  /** Where files are served from, without a slash at its end; empty: from the page's own origin. */
  readonly origin: string;
}

export interface FileLink {
  readonly url: string;
  readonly expiresAt: Date;
}

const minutes = 5;

/** Makes links that open something for five minutes by the database's clock, and reads them. */
@Injectable()
export class FileLinkSigner {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(fileLinkSettingsToken) private readonly settings: FileLinkSettings,
  ) {}

  async sign(claims: Omit<FileLinkClaims, 'until'>): Promise<FileLink> {
    const rows = await this.dataSource.query<{ until: number }[]>(
      'select floor(extract(epoch from now()))::int + $1 * 60 as until',
      [minutes],
    );
    const { until } = rows[0] as { until: number };
    const token = signFileLink(this.settings.key, { ...claims, until });
    return { url: `${this.settings.origin}/${folderOf(claims)}/${token}`, expiresAt: new Date(until * 1000) };
  }

  /**
   * @param of what is to be opened: a link to pages opens no file
   * @throws DomainError `not-found` for a token that is none, `file-link-expired`
   */
  async read(token: string, of: FileLinkClaims['of']): Promise<FileLinkClaims> {
    const claims = readFileLink(this.settings.key, token);
    if (claims?.of !== of) throw new DomainError('not-found');
    const [clock] = await this.dataSource.query<{ late: boolean }[]>('select now() > to_timestamp($1) as late', [
      claims.until,
    ]);
    if (clock?.late !== false) throw new DomainError('file-link-expired');
    return claims;
  }
}

function folderOf({ as }: Pick<FileLinkClaims, 'as'>): string {
  return as === 'judge' ? 'files/assigned' : as === 'draw' ? 'files/drawn' : 'files';
}
