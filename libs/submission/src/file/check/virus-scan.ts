import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

const chunkBytes = 262_144;
const patienceMs = 60_000;

/**
 * Has a clamd look at a file, by its INSTREAM command over TCP. The client libraries for it are unkept; the protocol is
 * a length before each piece and a zero at the end.
 *
 * @param url `tcp://host:port`
 * @throws Error where no clamd answers, or it does not say what it found: the file is then looked at again later
 */
export async function scanForViruses(url: string, path: string): Promise<'clean' | 'infected'> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || '3310') });
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('clamd does not answer')));
  const answer = text(socket);
  // A clamd that has heard enough answers and closes while we still send.
  const sending = send(socket, path).catch((error: unknown) => error);
  const said = await answer.catch(async (error: unknown) => {
    throw new Error(`clamd cannot be asked: ${String((await sending) ?? error)}`);
  });
  if (/^stream: OK\0?\s*$/.test(said)) return 'clean';
  if (/^stream: .+ FOUND\0?\s*$/.test(said)) return 'infected';
  throw new Error(`clamd said: ${said.slice(0, 200)}`);
}

async function send(socket: ReturnType<typeof connect>, path: string): Promise<void> {
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));
  await write(Buffer.from('zINSTREAM\0'));
  const length = Buffer.alloc(4);
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    length.writeUInt32BE((chunk as Buffer).length);
    await write(Buffer.concat([length, chunk as Buffer]));
  }
  await write(Buffer.alloc(4));
}
