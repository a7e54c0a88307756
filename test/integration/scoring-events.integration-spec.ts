import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { ScoreSheetService } from '#judging';
import { TallyService } from '#scoring';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';
import { until } from '../builders/until.js';

interface Heard {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly stageId: string; readonly fence: number | null };
}

/** Reads a stream of server-sent events as a browser would. */
class Listener {
  readonly heard: Heard[] = [];
  hasEnded = false;
  private readonly abort = new AbortController();

  static async open(asker: Asker, headers: Readonly<Record<string, string>> = {}): Promise<Listener> {
    const listener = new Listener();
    const response = await fetch(`${asker.address}/api/v1/events`, {
      headers: { cookie: asker.cookie ?? '', accept: 'text/event-stream', ...headers },
      signal: listener.abort.signal,
    });
    if (response.status !== 200 || response.body === null) throw new Error(`events answered ${response.status}`);
    void listener
      .read(response.body)
      .catch(() => undefined)
      .finally(() => (listener.hasEnded = true));
    return listener;
  }

  close(): void {
    this.abort.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) this.take(part);
    }
  }

  private take(part: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? '';
    const data = JSON.parse(field('data') || '{}') as Heard['data'];
    if (field('event') === 'stage') this.heard.push({ id: field('id'), event: 'stage', data });
  }
}

describe('server-sent events', () => {
  let api: TestApi;
  let second: TestApi;
  let stage: JudgingStage;
  let office: Asker;
  const listeners: Listener[] = [];

  beforeAll(async () => {
    api = await startApi();
    second = await startApi({}, api.database);
    stage = await createStage(api.dataSource);
    office = await api.person({ role: 'organiser', editionId: stage.editionId });
  });
  afterEach(() => {
    for (const listener of listeners.splice(0)) listener.close();
  });
  afterAll(async () => {
    await second.app.close();
    await api.close();
  });

  const listen = async (asker: Asker, headers?: Readonly<Record<string, string>>) => {
    const listener = await Listener.open(asker, headers);
    listeners.push(listener);
    return listener;
  };
  const run = async (target = stage) => {
    await api.dataSource.query('insert into pending_tallies (id, stage_id) values ($1, $2)', [
      uuidv7(),
      target.stageId,
    ]);
    await api.app.get(TallyService, { strict: false }).run(target.stageId);
  };

  it('tell the watchers of every api process of a run once it is committed, and no one else', async () => {
    const elsewhere = await createStage(api.dataSource);
    const stranger = await api.person({ role: 'organiser', editionId: elsewhere.editionId });
    const near = await listen(office);
    const far = await listen(await second.signedIn(office.userId ?? ''));
    const outside = await listen(stranger);
    await run();
    await until(() => Promise.resolve(near.heard.length === 1 && far.heard.length === 1), 10_000);
    expect(near.heard).toEqual(far.heard);
    expect(near.heard[0]).toMatchObject({ event: 'stage', data: { stageId: stage.stageId, fence: 1 } });
    await run(elsewhere);
    await until(() => Promise.resolve(outside.heard.length === 1), 10_000);
    expect(outside.heard[0]?.data.stageId).toBe(elsewhere.stageId);
    expect(near.heard).toHaveLength(1);
  });

  it('tell what was missed after Last-Event-ID, on whichever process the browser comes back', async () => {
    const first = await listen(office);
    await run();
    await until(() => Promise.resolve(first.heard.length === 1), 10_000);
    first.close();
    await run();
    await run();
    const again = await listen(await second.signedIn(office.userId ?? ''), {
      'last-event-id': first.heard[0]?.id ?? '',
    });
    await until(() => Promise.resolve(again.heard.length > 0), 10_000);
    const fences = again.heard.map(({ data }) => data.fence ?? 0);
    expect(Math.max(...fences)).toBe((first.heard[0]?.data.fence ?? 0) + 2);
    await run();
    await until(() => Promise.resolve(again.heard.some(({ data }) => data.fence === Math.max(...fences) + 1)), 10_000);
  });

  it('tell of sheets before they are tallied, once for many that come together', async () => {
    const other = await createStage(api.dataSource, { entries: 6, judges: 1 });
    const near = await listen(await second.person({ role: 'organiser', editionId: other.editionId }));
    const sheets = api.app.get(ScoreSheetService, { strict: false });
    await Promise.all(
      other.assignments.map(({ publicId, judge }) =>
        sheets.submit({
          ...{
            userId: other.userIds[judge] ?? '',
            key: uuidv7(),
            publicId,
            seenRevision: 0,
            rulesHash: other.rulesHash,
          },
          sheet: { scores: Object.fromEntries(other.rules.rubric.criteria.map(({ key }) => [key, '7'])) },
        }),
      ),
    );
    await until(() => Promise.resolve(near.heard.length > 0), 10_000);
    expect(near.heard[0]).toMatchObject({ event: 'stage', data: { stageId: other.stageId, fence: null } });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(near.heard.length).toBeLessThan(other.assignments.length);
  });

  it('are refused to a judge and to a stranger', async () => {
    const judge = await api.signedIn(stage.userIds[0] ?? '');
    expect(await judge.get('/api/v1/events')).toMatchObject({ status: 403 });
    expect(await api.anonymous().get('/api/v1/events')).toMatchObject({ status: 401 });
  });

  it.each([
    ['signed out', 'update sessions set revoked_at = now() where user_id = $1'],
    ['was disabled', 'update users set disabled_at = now() where id = $1'],
    ['lost the role', 'update role_grants set revoked_at = now() where user_id = $1'],
  ])('end for one who %s, and for no one else', async (_, losing) => {
    const leaving = await api.person({ role: 'organiser', editionId: stage.editionId });
    const left = await listen(leaving);
    const staying = await listen(office);
    await run();
    await until(() => Promise.resolve(left.heard.length === 1 && staying.heard.length === 1), 10_000);
    await api.dataSource.query(losing, [leaving.userId]);
    await run();
    await until(() => Promise.resolve(left.hasEnded && staying.heard.length === 2), 10_000);
    expect(left.heard).toHaveLength(1);
    expect(staying.hasEnded).toBe(false);
  });

  it('end at the next heartbeat where nothing happens', async () => {
    const leaving = await api.person({ role: 'organiser', editionId: stage.editionId });
    const left = await listen(leaving);
    await api.dataSource.query('update sessions set revoked_at = now() where user_id = $1', [leaving.userId]);
    await until(() => Promise.resolve(left.hasEnded), 40_000);
  }, 60_000);

  it('come back after the LISTEN connection was cut', async () => {
    const listener = await listen(office);
    const listening = `select pid from pg_stat_activity where application_name = 'leitai events' and datname = current_database()`;
    const before = await api.dataSource.query<{ pid: number }[]>(listening);
    expect(before).toHaveLength(2);
    await api.dataSource.query(`select pg_terminate_backend(pid) from (${listening}) as l`);
    await until(async () => {
      const now = await api.dataSource.query<{ pid: number }[]>(`${listening} and query like 'listen%'`);
      return now.length === 2 && now.every(({ pid }) => !before.some((old) => old.pid === pid));
    }, 20_000);
    await run();
    await until(() => Promise.resolve(listener.heard.length === 1), 10_000);
  });
});
