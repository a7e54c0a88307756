// Writes everything that is derived from the routes: the OpenAPI document, docs/permissions.md and the web's types.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

run('node_modules/@nestjs/cli/bin/nest.js', 'build');
mkdirSync(join(root, 'docs'), { recursive: true });
run('dist/apps/api/src/openapi.js', 'apps/api', 'docs');
run('node_modules/openapi-typescript/bin/cli.js', 'apps/api/openapi.json', '--output', 'apps/web/src/api/schema.d.ts');
