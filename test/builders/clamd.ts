import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface FakeClamd {
  readonly url: string;
  /** Bytes of each file it was shown. */
  readonly seen: readonly Buffer[];
  readonly stop: () => Promise<void>;
}

/** What scanners agree to find, cut in two so that none finds it here. */
export const eicar = Buffer.from(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD${'-ANTIVIRUS-TEST-FILE!$H+H*'}`);

/** Speaks clamd's INSTREAM and finds EICAR alone. @param limit bytes above which it breaks off, as clamd does */
export async function startClamd(limit = Infinity): Promise<FakeClamd> {
  const seen: Buffer[] = [];
  const server = createServer((socket) => void serve(socket, limit, seen).catch(() => socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `tcp://127.0.0.1:${port}`, seen, stop };
}

async function serve(socket: Socket, limit: number, seen: Buffer[]): Promise<void> {
  const command = Buffer.from('zINSTREAM\0');
  let held = Buffer.alloc(0);
  let file = Buffer.alloc(0);
  for await (const bytes of socket) {
    held = Buffer.concat([held, bytes as Buffer]);
    if (file.length === 0 && held.subarray(0, command.length).equals(command)) held = held.subarray(command.length);
    for (let next = pieceOf(held); next !== null; next = pieceOf(held)) {
      held = held.subarray(4 + next.length);
      file = Buffer.concat([file, next]);
      if (file.length > limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      if (next.length > 0) continue;
      seen.push(file);
      return void socket.end(file.includes(eicar) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0');
    }
  }
}

/** The next whole piece; null where it has not come yet. */
function pieceOf(held: Buffer): Buffer | null {
  if (held.length < 4) return null;
  const length = held.readUInt32BE(0);
  return held.length < 4 + length ? null : held.subarray(4, 4 + length);
}
