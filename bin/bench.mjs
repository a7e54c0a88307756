// `npm run bench -- NAME …`: runs test/bench/NAME.bench.ts on the built application and a real, durable PostgreSQL.
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';
import { refuse, run } from './terminal.mjs';

const [name, ...args] = process.argv.slice(2);
const folder = join(root, 'test', 'bench');
const file = join(folder, `${name}.bench.ts`);
if (name === undefined || !existsSync(file)) {
  const names = readdirSync(folder).filter((entry) => entry.endsWith('.bench.ts'));
  refuse(`Usage: npm run bench -- NAME, where NAME is one of: ${names.map((entry) => entry.slice(0, -9)).join(', ')}`);
}
await prepare();
const env = {
  ...process.env,
  TEST_RUN_PID: String(process.pid),
  TEST_RUN_FOLDER: join(tmpdir(), `leitai-test-${process.pid}`),
  TEST_SERVER_IS_DURABLE: 'yes',
};
const loader = new URL('typescript-loader.mjs', import.meta.url).href;
process.exitCode = await run(process.execPath, ['--import', loader, file, ...args], {
  cwd: root,
  env,
  stdio: 'inherit',
});
