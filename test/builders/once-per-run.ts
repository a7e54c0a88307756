import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const patience = 240_000;

async function publish(file: string, content: string): Promise<void> {
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}

async function wait(done: string, failed: string): Promise<void> {
  for (let waited = 0; waited < patience; waited += 50) {
    if (existsSync(done)) return;
    if (existsSync(failed)) throw new Error(`another spec file could not make it: ${await readFile(failed, 'utf8')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${done} did not come`);
}

/**
 * What several spec files of one run share: made by the first that asks, waited for by the others.
 *
 * @param make gives what JSON can hold
 * @throws Error where it could not be made, in every file that asks
 */
export async function oncePerRun<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
  const run = process.env.TEST_RUN_FOLDER;
  if (run === undefined) throw new Error('TEST_RUN_FOLDER is missing: run the tests with jest.config.mjs');
  const folder = join(run, name);
  const [done, failed] = [join(run, `${name}.json`), join(run, `${name}.failed`)];
  await mkdir(run, { recursive: true });
  const isFirst = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    try {
      await publish(done, JSON.stringify(await make()));
    } catch (error) {
      await publish(failed, String(error));
      throw error;
    }
  } else {
    await wait(done, failed);
  }
  return JSON.parse(await readFile(done, 'utf8')) as Made;
}
