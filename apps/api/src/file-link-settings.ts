import { createHash, randomBytes } from 'node:crypto';
import type { AppConfig } from '#config';
import type { FileLinkSettings } from '#submission';

/** How links to files are signed; without a configured key, by one of this process alone. */
export function fileLinkSettings({ files }: AppConfig): FileLinkSettings {
  const key = files.linkKey === undefined ? randomBytes(32) : createHash('sha256').update(files.linkKey).digest();
  return { key, origin: files.origin ?? '' };
}
