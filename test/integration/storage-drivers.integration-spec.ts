import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#config';
import { asStorageKey, LocalDriver, newStorageKey, storageDriver, type StorageDriver } from '#storage';
import { startS3, type TestS3 } from '../builders/s3.js';
import { smallDisk } from '../builders/small-disk.js';

let folder: string;
let s3: TestS3;
const drivers: Record<string, StorageDriver> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leitai-storage-'));
  s3 = await startS3();
  drivers.folder = storageDriver(loadConfig({ LEITAI_DATA: folder }).files);
  drivers.s3 = storageDriver(loadConfig({ LEITAI_DATA: folder, ...s3.environment }).files);
});

afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Bytes that come in many pieces. */
function pieces(bytes: Buffer, failsAt = Infinity): Readable {
  return Readable.from(
    (function* () {
      for (let start = 0; start < bytes.length; start += 50_000) {
        if (start >= failsAt) throw new Error('the connection is gone');
        yield bytes.subarray(start, start + 50_000);
      }
    })(),
  );
}

const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251));

describe.each(['folder', 's3'])('objects in %s', (name) => {
  const driver = () => drivers[name] as StorageDriver;

  it('come back as they were put, as a whole and in part', async () => {
    const key = newStorageKey();
    await driver().put(key, pieces(bytes), bytes.length);
    expect(await driver().size(key)).toBe(bytes.length);
    expect((await buffer(await driver().get(key))).equals(bytes)).toBe(true);
    const part = await buffer(await driver().get(key, { first: 100, last: 199 }));
    expect(part.equals(bytes.subarray(100, 200))).toBe(true);
  });

  it.each([
    ['one byte is missing', () => pieces(bytes), bytes.length + 1],
    ['there is one byte more', () => pieces(bytes), bytes.length - 1],
    ['their stream breaks', () => pieces(bytes, 200_000), bytes.length],
  ])('are not there at all when %s', async (_, stream, size) => {
    const key = newStorageKey();
    await expect(driver().put(key, stream(), size)).rejects.toThrow();
    expect(await driver().size(key)).toBeNull();
  });

  it('are gone when they are deleted, and deleting them again does no harm', async () => {
    const key = newStorageKey();
    await driver().put(key, pieces(bytes), bytes.length);
    await driver().delete(key);
    await driver().delete(key);
    expect(await driver().size(key)).toBeNull();
    await expect(driver().get(key)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the folder of objects', () => {
  it('holds nothing half after a stream broke', async () => {
    await expect(drivers.folder?.put(newStorageKey(), pieces(bytes, 100_000), bytes.length)).rejects.toThrow();
    expect(await readdir(join(folder, 'files', 'arriving'))).toEqual([]);
  });

  it('loses what a dead process left there, and keeps what is being written', async () => {
    const arriving = join(folder, 'files', 'arriving');
    await writeFile(join(arriving, 'left'), 'half');
    await drivers.folder?.sweep(60_000, Date.now());
    expect(await readdir(arriving)).toEqual(['left']);
    await drivers.folder?.sweep(60_000, Date.now() + 120_000);
    expect(await readdir(arriving)).toEqual([]);
  });

  const disk = smallDisk(200_000);
  (disk ? it : it.skip)('says that its disk is full, and leaves room for smaller ones', async () => {
    const driver = new LocalDriver(disk?.folder ?? '');
    try {
      const large = newStorageKey();
      await expect(driver.put(large, pieces(bytes), bytes.length)).rejects.toMatchObject({ code: 'storage-full' });
      expect(await driver.size(large)).toBeNull();
      const small = newStorageKey();
      await driver.put(small, pieces(bytes.subarray(0, 50_000)), 50_000);
      expect(await driver.size(small)).toBe(50_000);
    } finally {
      disk?.remove();
    }
  });
});

describe('the name of an object', () => {
  it.each(['../../etc/passwd', 'ab/cd', '', 'files/00', `ab/ba${'0'.repeat(30)}`])(
    'is never one from outside: %j',
    (key) => {
      expect(() => asStorageKey(key)).toThrow(RangeError);
    },
  );
});
