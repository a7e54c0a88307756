import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { refuse, run, say, seconds } from './terminal.mjs';

const serverInputs = ['apps/api/src', 'apps/cli/src', 'apps/worker/src', 'libs'];
const serverConfig = [
  'bin/join-modules.mjs',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
  'package-lock.json',
];

/** The two halves of the build: what each is made from, what it makes, and how. */
const parts = [
  {
    name: 'server',
    inputs: [...serverInputs, ...serverConfig],
    outputs: ['dist/apps/api', 'dist/apps/cli', 'dist/apps/worker', 'dist/libs'],
    steps: [['node_modules/@nestjs/cli/bin/nest.js', 'build'], ['bin/join-modules.mjs']],
  },
  {
    name: 'web',
    inputs: ['apps/web', 'libs/domain/src', 'tsconfig.json', 'package.json', 'package-lock.json'],
    outputs: ['dist/apps/web'],
    steps: [['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn']],
    isThere: (root) => existsSync(join(root, 'apps/web/index.html')),
  },
];

const isTest = (path) => /[.-]spec\.tsx?$/.test(path);

function filesOf(root, path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (!/\.\w+$/.test(path)) {
    return readdirSync(absolute, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  }
  return [absolute];
}

function hashOf(root, part) {
  const hash = createHash('sha256');
  const files = part.inputs.flatMap((input) => filesOf(root, input)).filter((path) => !isTest(path));
  for (const path of files.sort())
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

const stampOf = (root, part) => join(root, 'dist', `.${part.name}-build`);

function isCurrent(root, part, hash) {
  const stamp = stampOf(root, part);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

async function make(root, part, hash) {
  const from = performance.now();
  const stamp = stampOf(root, part);
  rmSync(stamp, { force: true });
  for (const output of part.outputs) rmSync(join(root, output), { recursive: true, force: true });
  for (const step of part.steps) {
    const code = await run(process.execPath, step, { cwd: root });
    if (code !== 0) return `The build of the ${part.name} failed (exit code ${code}).`;
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  say(`Built the ${part.name} in ${seconds(performance.now() - from)}.`);
  return undefined;
}

function outdated(root) {
  return parts
    .filter((part) => part.isThere?.(root) ?? true)
    .map((part) => ({ part, hash: hashOf(root, part) }))
    .filter(({ part, hash }) => !isCurrent(root, part, hash));
}

export function isBuilt(root) {
  return outdated(root).length === 0;
}

/** Builds what is not up to date with its sources, the two halves side by side. */
export async function ensureBuilt(root) {
  const work = outdated(root);
  if (work.length === 0) return;
  say(`Building: ${work.map(({ part }) => part.name).join(' and ')} …`);
  const from = performance.now();
  const failures = await Promise.all(work.map(({ part, hash }) => make(root, part, hash)));
  if (failures.some((failure) => failure !== undefined)) refuse(failures.filter(Boolean).join('\n'));
  if (work.length > 1) say(`Built in ${seconds(performance.now() - from)}.`);
}
