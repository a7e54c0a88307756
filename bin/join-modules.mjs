// The second step of the server's build. A process that reads the arithmetic of libs/domain would open 250 small files
// first, and a command that reads a template a hundred: that takes longer than most commands have to do. Joined into few
// files, they start in half the time.
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './prepare.mjs';

const dist = join(root, 'dist');

/** @param input by name of the file to be written @param external what stays an import */
async function joinModules(input, external, output) {
  const bundle = await rolldown({ input, external, platform: 'node' });
  await bundle.write({ chunkFileNames: 'joined/[name]-[hash].js', sourcemap: true, ...output });
  await bundle.close();
}

/** Modules of the domain that the server imports, without their ending: `index` and those named past it. */
function importedOfDomain() {
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

/** Whatever the server imports by name stays a file of that name; what several share is one file, so nothing is twice. */
async function joinDomain() {
  const [domain, joined] = [join(dist, 'libs', 'domain', 'src'), join(dist, 'libs', 'domain', 'joined')];
  const input = Object.fromEntries(importedOfDomain().map((name) => [name, join(domain, `${name}.js`)]));
  await joinModules(input, /^[^./]/, { dir: joined });
  rmSync(domain, { recursive: true });
  renameSync(joined, domain);
}

/** With the libraries that read YAML and check its form, which nothing else of the command needs. */
async function joinTemplateReader() {
  const file = join(dist, 'apps', 'cli', 'src', 'contest', 'read-contest.js');
  const apart = /^#(domain|config)|^node:|(database-url|apply-contest)\.js$/;
  await joinModules({ 'read-contest': file }, apart, { file });
}

await joinDomain();
await joinTemplateReader();
