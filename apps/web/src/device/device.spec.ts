import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

type Device = typeof import('./device.js');
type Prepared = typeof import('./prepared.js');

/** As browsers have it: each entry is a field, the acts are not. */
class TabStorage {
  [name: string]: unknown;
  getItem(name: string): unknown {
    return this[name] ?? null;
  }
  setItem(name: string, value: unknown): void {
    this[name] = value;
  }
  removeItem(name: string): void {
    delete this[name];
  }
}

const refusing = new Proxy(new TabStorage(), {
  get: () => () => {
    throw new DOMException('refused', 'SecurityError');
  },
});

function stand(window: object, navigator: object = {}): void {
  Object.assign(globalThis, {
    window: { location: { origin: 'https://leitai.example' }, ...window },
  });
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
}

/** Another page with the same device: every module is its own. */
async function newPage(): Promise<Device> {
  jest.resetModules();
  const device = await import('./device.js');
  opened.push(device);
  return device;
}

/** What is prepared on the device of the newest page. */
const prepared = (): Promise<Prepared> => import('./prepared.js');

const until = async (isTrue: () => boolean) => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const opened: Device[] = [];
const key = 'sheet.one@tab';
const row = (value: string, at: number) => ({ value, at });

let storage: TabStorage;
beforeEach(() => {
  storage = new TabStorage();
  stand({ sessionStorage: storage, localStorage: new TabStorage() });
});

afterEach(async () => {
  jest.restoreAllMocks();
  for (const device of opened.splice(0)) await device.wipeDevice();
});

/** The device takes nothing more, as a full one does. */
const fill = () =>
  jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });

async function write(device: Device, value: ReturnType<typeof row>): Promise<void> {
  device.deviceWork.set(key, value);
  await until(() => device.deviceWork.isWritten(key));
}

describe('the device after a sign-out in another tab', () => {
  it('tells this tab, and keeps again what is typed once the same person is back', async () => {
    stand({ sessionStorage: storage, localStorage: new TabStorage(), BroadcastChannel });
    const [one, two] = [await newPage(), await newPage()];
    await one.openDevice('judge');
    await two.openDevice('judge');
    let isTold = false;
    two.onWiped(() => (isTold = true));
    await one.wipeDevice();
    await until(() => isTold);
    await two.openDevice('judge');
    await write(two, row('9', 1));
    const later = await newPage();
    await later.openDevice('judge');
    expect(later.deviceWork.get(key)).toEqual(row('9', 1));
  });
});

describe('a device that is full', () => {
  it('opens with the newest value, which the tab has, and says where it stands', async () => {
    const device = await newPage();
    await device.openDevice('judge');
    await write(device, row('8', 1));
    const full = fill();
    await write(device, row('9', 2));
    expect(device.devicePlace.read()).toBe('tab');
    const reloaded = await newPage();
    await reloaded.openDevice('judge');
    expect(reloaded.deviceWork.get(key)).toEqual(row('9', 2));
    expect(reloaded.devicePlace.read()).toBe('tab');
    full.mockRestore();
    await write(reloaded, row('9.5', 3));
    expect(reloaded.devicePlace.read()).toBe('device');
  });

  it('does not take an older row of the tab for the newest, nor bring back what was taken back', async () => {
    const device = await newPage();
    await device.openDevice('judge');
    await write(device, row('9', 2));
    storage.setItem(`leitai.device.work.${key}`, JSON.stringify(row('8', 1)));
    const reloaded = await newPage();
    await reloaded.openDevice('judge');
    expect(reloaded.deviceWork.get(key)).toEqual(row('9', 2));
    // The device refuses to forget it.
    jest.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    reloaded.deviceWork.delete(key);
    await until(() => reloaded.deviceWork.isWritten(key));
    const last = await newPage();
    await last.openDevice('judge');
    expect(last.deviceWork.get(key)).toBeUndefined();
  });
});

describe('a device whose connection the browser has ended', () => {
  it('is opened anew by the next write', async () => {
    const device = await newPage();
    await device.openDevice('judge');
    (await device.deviceDatabase())?.close();
    await write(device, row('7', 1));
    expect(device.devicePlace.read()).toBe('device');
    const later = await newPage();
    await later.openDevice('judge');
    expect(later.deviceWork.get(key)).toEqual(row('7', 1));
  });
});

describe('a device that keeps nothing', () => {
  it('lets the person work on in the tab, whatever the browser refuses', async () => {
    stand(
      { sessionStorage: storage, localStorage: refusing },
      {
        locks: {
          request: () => Promise.reject(new Error('refused')),
          query: () => Promise.reject(new Error('refused')),
        },
      },
    );
    jest.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('lost', 'UnknownError');
    });
    const device = await newPage();
    await device.openDevice('judge');
    expect(device.devicePlace.read()).toBe('tab');
    expect(device.deviceOwner()).toBeNull();
    await write(device, row('6', 1));
    const reloaded = await newPage();
    await reloaded.openDevice('judge');
    expect(reloaded.deviceWork.get(key)).toEqual(row('6', 1));
  });
});

describe('what a device has prepared', () => {
  it('is no hindrance to an answer of the server where the device fails', async () => {
    const device = await newPage();
    await device.openDevice('judge');
    const { amendAnswer, keepAnswer, readAnswer, readOrPrepared } = await prepared();
    await keepAnswer('queue', 'old');
    jest.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('lost', 'UnknownError');
    });
    expect(await readOrPrepared('queue', () => Promise.resolve('new'))).toBe('new');
    expect(await readAnswer('queue')).toBeUndefined();
    await amendAnswer('queue', () => 'changed');
    jest.restoreAllMocks();
    expect(await readAnswer('queue')).toBe('old');
  });

  it('is renewed with each answer, and amended where it is there', async () => {
    const device = await newPage();
    await device.openDevice('judge');
    const { amendAnswer, keepAnswer, readAnswer, readOrPrepared } = await prepared();
    await readOrPrepared('entry', () => Promise.resolve('unprepared'));
    await amendAnswer('entry', () => 'changed');
    expect(await readAnswer('entry')).toBeUndefined();
    await keepAnswer('entry', 'old');
    await readOrPrepared('entry', () => Promise.resolve('new'));
    await amendAnswer<string>('entry', (kept) => `${kept} and changed`);
    expect(await readAnswer('entry')).toBe('new and changed');
  });

  it('goes when another person works there, who gets nothing of it; what is not sent stays', async () => {
    const device = await newPage();
    await device.openDevice('judge');
    await write(device, row('9', 1));
    const { keepAnswer, keepPage, preparedNames } = await prepared();
    await keepAnswer('queue', 'of the first');
    await keepPage('page', new Blob(['picture']));
    const end = device.deviceEnd();
    await device.openDevice('other');
    expect(end.aborted).toBe(true);
    expect(device.deviceEnd().aborted).toBe(false);
    expect(device.deviceWork.get(key)).toBeUndefined();
    expect(await preparedNames('answers')).toEqual([]);
    await device.openDevice('judge');
    expect(device.deviceWork.get(key)).toEqual(row('9', 1));
    expect(await preparedNames('answers')).toEqual([]);
    expect(await preparedNames('pages')).toEqual([]);
  });

  it('opens to nobody without a password once the server has ended the session', async () => {
    const device = await newPage();
    device.closeDoor();
    await device.openDevice('judge');
    expect(device.deviceOwner()).toBe('judge');
    device.closeDoor();
    expect(device.deviceOwner()).toBeNull();
    await write(device, row('9', 1));
    await device.openDevice('judge');
    expect(device.deviceOwner()).toBe('judge');
  });
});
