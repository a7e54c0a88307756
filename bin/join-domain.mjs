// The second step of the server's build. A process that reads the arithmetic of libs/domain would open 250 small files
// first, which takes longer than most commands; joined into few, they start in half the time. Whatever the server
// imports by name stays a file of that name, and what several of them share is one file, so nothing exists twice.
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './prepare.mjs';

const dist = join(root, 'dist');
const domain = join(dist, 'libs', 'domain', 'src');
const joined = join(dist, 'libs', 'domain', 'joined');

/** Modules of the domain that the server imports, without their ending: `index` and those named past it. */
function imported() {
  const names = new Set(['index']);
  for (const part of ['apps/api', 'apps/cli', 'apps/worker', 'libs']) {
    for (const name of readdirSync(join(dist, part), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.js')) continue;
      const text = readFileSync(join(dist, part, name), 'utf8');
      for (const [, module] of text.matchAll(/['"]#domain\/([^'"]+)['"]/g)) names.add(module);
    }
  }
  return [...names];
}

const bundle = await rolldown({
  input: Object.fromEntries(imported().map((name) => [name, join(domain, `${name}.js`)])),
  external: /^[^./]/,
  platform: 'node',
});
await bundle.write({ dir: joined, chunkFileNames: 'joined/[name]-[hash].js', sourcemap: true });
await bundle.close();
rmSync(domain, { recursive: true });
renameSync(joined, domain);
