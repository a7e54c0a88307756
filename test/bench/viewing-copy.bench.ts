import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import { performance } from 'node:perf_hooks';
import { Readable, Transform } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { PDFDocument } from '@cantoo/pdf-lib';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { createDataSource } from '#database';
import { SessionPolicy, SessionService } from '#identity';
import { newStorageKey, storageDriver } from '#storage';
import { ViewingCopyService } from '#submission';
import { testConfig } from '../builders/config.js';
import { createStage } from '../builders/judging-stage.js';
import { createTestDatabase } from '../builders/postgres.js';
import { startProcess } from '../builders/processes.js';
import { quantile, say, sayAim } from './figures.js';

// A document of 100 MB: a photograph on each page, of noise, which compresses as little as anything.
const megabytes = Number(process.argv[2] ?? '100');
const pages = 40;
const bytesPerSecond = 125_000;

async function photograph(bytes: number): Promise<Buffer> {
  const side = Math.round(Math.sqrt(bytes / 0.83));
  const noise = new Uint8ClampedArray(randomBytes(side * side * 4));
  for (let at = 3; at < noise.length; at += 4) noise[at] = 255;
  const canvas = createCanvas(side, side);
  canvas.getContext('2d').putImageData(new ImageData(noise, side, side), 0, 0);
  return canvas.encode('jpeg', 90);
}

async function largePdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([842, 595]);
    page.drawImage(await document.embedJpg(await photograph((megabytes * 1_000_000) / pages)), {
      ...{ x: 300, y: 60, width: 480, height: 480 },
    });
    page.drawText(`Page ${number}`, { x: 40, y: 500, size: 36 });
    for (let line = 0; line < 20; line += 1) {
      page.drawText('An impeller that copies the fin of a whale.', { x: 40, y: 460 - line * 20, size: 10 });
    }
  }
  return Buffer.from(await document.save());
}

/** A way to the server that brings 1 Mbit/s. */
async function slowLine(origin: string): Promise<{ origin: string; server: Server }> {
  const port = Number(new URL(origin).port);
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    const slow = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        void setTimeout((1000 * chunk.length) / bytesPerSecond).then(() => done(null, chunk));
      },
    });
    client.pipe(upstream);
    upstream.pipe(slow).pipe(client);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const database = await createTestDatabase();
const dataSource = createDataSource(database.appUrl, { poolSize: 4 });
await dataSource.initialize();
const { entryIds } = await createStage(dataSource, { entries: 1 });
const userId = uuidv7();
await dataSource.query(`insert into users (id, email, display_name) values ($1, $1::uuid || '@example.test', 'Team')`, [
  userId,
]);
await dataSource.query(`update entries set lead_user_id = $2 where id = $1`, [entryIds[0], userId]);

const storage = storageDriver(testConfig(database).files);
const bytes = await largePdf();
const [fileId, publicId, key] = [uuidv7(), uuidv4(), newStorageKey()];
await storage.put(key, Readable.from([bytes]), bytes.length);
await dataSource.query(
  `insert into entry_files (id, entry_id, public_id, field_key, name, size, sha256, state, media_type, storage_key,
     arrived_at, checked_at)
   values ($1, $2, $3, 'business-plan', 'plan.pdf', $4, $5, 'ready', 'application/pdf', $6, now(), now())`,
  [fileId, entryIds[0], publicId, bytes.length, randomBytes(32), key],
);
await dataSource.query(`insert into viewing_copies (file_id) values ($1)`, [fileId]);

say(`A PDF of ${(bytes.length / 1_000_000).toFixed(1)} MB with ${pages} pages`);
let firstPageMs = Number.NaN;
let isDone = false;
const began = performance.now();
const rendering = new ViewingCopyService(dataSource, storage, 'no-such-office').run(fileId).then(() => (isDone = true));
while (!isDone) {
  const rows = await dataSource.query<{ n: number }[]>(
    `select count(*)::int as n from viewing_pages where file_id = $1 and stored_at is not null`,
    [fileId],
  );
  if (Number.isNaN(firstPageMs) && (rows[0]?.n ?? 0) > 0) firstPageMs = performance.now() - began;
  await setTimeout(50);
}
await rendering;
const renderedMs = performance.now() - began;
const sizes = (
  await dataSource.query<{ bytes: number; thumbnail: number }[]>(
    `select bytes, thumbnail_bytes as thumbnail from viewing_pages where file_id = $1 order by number`,
    [fileId],
  )
).map((row) => row.bytes);
say(
  `  first page there after ${(firstPageMs / 1000).toFixed(1)} s, all ${sizes.length} after ${(renderedMs / 1000).toFixed(1)} s`,
);
say(`  page sizes: median ${quantile(sizes, 0.5)} bytes`);
sayAim('largest page', `${Math.max(...sizes)} bytes`, '200,000 bytes', Math.max(...sizes) <= 200_000);

const api = await startProcess('api', { database, env: { RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'warn' } });
const token = await new SessionService(dataSource, new SessionPolicy(12, 168, false)).open(dataSource.manager, userId);
const line = await slowLine(api.origin);
const times: number[] = [];
for (let round = 0; round < 5; round += 1) {
  const from = performance.now();
  const headers = { cookie: `leitai_session=${token}` };
  const copy = await fetch(`${line.origin}/api/v1/entry-files/${publicId}/pages`, { headers });
  const { url } = (await copy.json()) as { url: string };
  const page = await fetch(`${line.origin}${url}/pages/1`);
  await page.arrayBuffer();
  times.push((performance.now() - from) / 1000);
}
const median = quantile(times, 0.5);
sayAim('first page at 1 Mbit/s', `${median.toFixed(2)} s`, '2 s', median <= 2);
line.server.close();
await api.kill('SIGTERM');
await dataSource.destroy();
await database.drop();
process.exit(0);
