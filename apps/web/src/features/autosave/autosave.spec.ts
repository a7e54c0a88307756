import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import { Autosave } from './autosave.js';
import type { SheetFields } from '../judging/sheet-fields.js';

/** A server that keeps one draft, as ours does: a save must name the version it rests on. */
class DraftServer {
  version = 0;
  stored: SheetFields = {};
  readonly received: SheetFields[] = [];
  fault: ApiProblem | null = null;

  readonly save = (scores: SheetFields, version: number): Promise<{ version: number }> => {
    this.received.push(scores);
    if (this.fault) return Promise.reject(this.fault);
    if (version !== this.version) return Promise.reject(new ApiProblem('revision-stale', 412, null));
    this.stored = scores;
    this.version += 1;
    return Promise.resolve({ version: this.version });
  };
}

describe('autosave', () => {
  it('stores the newest scores and says so only afterwards', async () => {
    const server = new DraftServer();
    const autosave = new Autosave<SheetFields>(server.save, {}, 0);
    autosave.change({ a: '8' });
    autosave.change({ a: '8.5' });
    expect(autosave.state.kind).toBe('saving');
    await autosave.flush();
    expect(server.received).toEqual([{ a: '8.5' }]);
    expect(autosave.state.kind).toBe('saved');
    expect(autosave.isDirty).toBe(false);
  });

  it('keeps what could not be sent and stores it later', async () => {
    const server = new DraftServer();
    const autosave = new Autosave<SheetFields>(server.save, {}, 0);
    server.fault = new ApiProblem('network', 0, null);
    autosave.change({ a: '7' });
    await autosave.flush();
    expect(autosave.state.kind).toBe('retrying');
    expect(autosave.isDirty).toBe(true);
    server.fault = null;
    await autosave.flush();
    expect(server.stored).toEqual({ a: '7' });
  });

  it('never writes over another version before the judge has chosen', async () => {
    const server = new DraftServer();
    server.version = 3;
    server.stored = { a: '5' };
    const autosave = new Autosave<SheetFields>(server.save, {}, 2);
    autosave.change({ a: '9' });
    await autosave.flush();
    expect(autosave.state.kind).toBe('stale');
    autosave.change({ a: '9.5' });
    await autosave.flush();
    expect(server.stored).toEqual({ a: '5' });
    autosave.rebase(server.stored, server.version, { a: '9.5' });
    await autosave.flush();
    expect(server.stored).toEqual({ a: '9.5' });
  });

  it('lets nothing take the place of a draft that somebody else has stored meanwhile', async () => {
    const server = new DraftServer();
    const autosave = new Autosave<SheetFields>(server.save, {}, 0);
    autosave.change({ a: '8' });
    expect(await autosave.hold()).toBe(true);
    server.version += 1;
    autosave.change({ a: '9' });
    expect(await autosave.hold()).toBe(false);
  });

  it('waits for the judge to sign in again instead of asking on and on', async () => {
    const server = new DraftServer();
    const autosave = new Autosave<SheetFields>(server.save, {}, 0);
    server.fault = new ApiProblem('not-signed-in', 401, null);
    autosave.change({ a: '7' });
    await autosave.flush();
    expect(autosave.state.kind).toBe('expired');
    server.fault = null;
    await autosave.flush();
    expect(server.stored).toEqual({ a: '7' });
    expect(autosave.state.kind).toBe('saved');
  });

  it('sends nothing more once it is dropped', async () => {
    const server = new DraftServer();
    const autosave = new Autosave<SheetFields>(server.save, {}, 0);
    autosave.change({ a: '7' });
    autosave.drop();
    await autosave.flush();
    expect(server.received).toEqual([]);
    expect(autosave.isDirty).toBe(false);
  });

  it('says why the server refuses, and does not try the same again', async () => {
    const server = new DraftServer();
    const autosave = new Autosave<SheetFields>(server.save, {}, 0);
    server.fault = new ApiProblem('window-not-open', 409, '评审未开放');
    autosave.change({ a: '7' });
    await autosave.flush();
    expect(autosave.state).toEqual({ kind: 'refused', problem: server.fault });
    autosave.stop();
  });
});
