import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { createCanvas } from '@napi-rs/canvas';
import { storageToken, type StorageDriver } from '#storage';
import { FileCheckService, ViewingCopyService } from '#submission';
import type { TestApi } from './api.js';

export interface Opened {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** As a browser asks that was never here: without a cookie. */
export function openedWithoutCookie(api: TestApi, url: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    request(`${api.address}${url}`, (response) => {
      buffer(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        reject,
      );
    })
      .on('error', reject)
      .end();
  });
}

/** What the worker does with files that arrived: looks into them, and renders them. */
export async function checkAndRender(api: TestApi, officeProgram = 'no-such-office'): Promise<void> {
  const storage = api.app.get<StorageDriver>(storageToken);
  const checks = new FileCheckService(api.dataSource, storage, undefined);
  for (const id of await checks.pending()) await checks.run(id);
  const copies = new ViewingCopyService(api.dataSource, storage, officeProgram);
  for (const id of await copies.pending()) await copies.run(id);
}

/** A picture that can be decoded, of as many colours as it can hold. */
export async function picture(format: 'png' | 'jpeg', width: number, height: number): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let x = 0; x < width; x += 8) {
    for (let y = 0; y < height; y += 8) {
      context.fillStyle = `rgb(${(x * 7 + y) % 256}, ${(x + y * 13) % 256}, ${(x * y) % 256})`;
      context.fillRect(x, y, 8, 8);
    }
  }
  return format === 'png' ? canvas.encode('png') : canvas.encode('jpeg', 95);
}
