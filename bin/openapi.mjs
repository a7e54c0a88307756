// `npm run openapi`: the committed contract, from the built routes: the document, the permissions, the web's types.
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';
import { refuse, run } from './terminal.mjs';

const steps = [
  ['dist/apps/api/src/openapi.js', 'apps/api', 'docs'],
  ['node_modules/openapi-typescript/bin/cli.js', 'apps/api/openapi.json', '-o', 'apps/web/src/api/schema.d.ts'],
];

await prepare();
for (const [script, ...args] of steps) {
  const code = await run(process.execPath, [join(root, script), ...args], { cwd: root });
  if (code !== 0) refuse(`${script} failed (exit code ${code}).`);
}
