import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { waitUntil } from '../../apps/cli/src/start/liveness.js';
import { startByNpm, startEmbedded, type EmbeddedRun } from '../builders/embedded.js';

jest.setTimeout(240_000);

describe('the demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-embedded-'));
  chmodSync(folder, 0o755);
  const dataFolder = join(folder, 'data');
  const runs: EmbeddedRun[] = [];

  async function start(args: readonly string[]): Promise<EmbeddedRun> {
    const run = await startEmbedded({ dataFolder, args });
    runs.push(run);
    return run;
  }

  async function stop(run: EmbeddedRun): Promise<void> {
    run.signal('SIGINT');
    expect(await run.endsWithin(10_000)).toBe(true);
  }

  afterAll(async () => {
    for (const run of runs) {
      run.signal('SIGKILL');
      await run.endsWithin(10_000);
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('is loaded anew when its first load was killed half way, and stays a demo however it is started', async () => {
    const killed = await start(['--demo']);
    expect(await waitUntil(() => existsSync(join(dataFolder, 'demo-loading.json')), 90_000)).toBe(true);
    // A line such as `xingyu-cup-open: 40 entries …`: some of the editions stand, others do not.
    expect(await waitUntil(() => /: \d+ entries/.test(killed.output()), 90_000)).toBe(true);
    killed.signal('SIGKILL');
    await killed.endsWithin(10_000);

    const second = await start(['--demo']);
    await second.untilReady();
    expect(second.output()).toContain('the demo was not loaded to its end; loading it anew');
    const figures = await fetch(`${second.origin}/api/v1/public/key-figures`);
    expect(await figures.json()).toMatchObject({ total: { entries: 1763, countries: 39 } });
    await stop(second);

    const third = await start([]);
    await third.untilReady();
    expect(third.output()).toContain('judge@demo.invalid');
    const session = await fetch(`${third.origin}/api/v1/session`);
    expect(await session.json()).toMatchObject({ demo: true });
    await stop(third);
  });

  it('ends with the npm that started it, and the next start waits for that end', async () => {
    const first = await startByNpm(dataFolder);
    runs.push(first);
    await first.untilReady();
    first.signal('SIGKILL');
    await first.endsWithin(10_000);
    // Leitai has noticed when its address is on the way out; a start that comes now is not refused.
    const noticed = async () =>
      !(await fetch(`${first.origin}/health/live`)
        .then((answer) => answer.ok)
        .catch(() => false));
    expect(await waitUntil(noticed, 10_000)).toBe(true);
    const second = await start([]);
    await second.untilReady();
    await stop(second);
  });
});
