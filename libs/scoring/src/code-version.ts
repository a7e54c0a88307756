import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files that decide a result: the arithmetic, and what feeds it. */
const libraries = ['domain', 'scoring'];

let known: string | undefined;

/** The package's version and a hash of the code that computes, such as `0.1.0+1f2e3d4c5b6a`; needs no git. */
export function codeVersion(): string {
  known ??= `${packageVersion(import.meta.dirname)}+${sourceHash(join(import.meta.dirname, '..', '..'))}`;
  return known;
}

function packageVersion(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  return packageVersion(dirname(folder));
}

function sourceHash(libs: string): string {
  const hash = createHash('sha256');
  for (const library of libraries) {
    const names = readdirSync(join(libs, library, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(js|ts)$/.test(name) && !/(\.d|\.spec)\.[jt]s$/.test(name))
      .sort((left, right) => (left < right ? -1 : 1));
    for (const name of names) {
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(join(libs, library, 'src', name)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}
