import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One keep-alive connection that sends one request at a time. Written on the socket itself, so that the load takes as
 * little of the machine as it can from what is measured.
 */
export class RawClient {
  private buffer: Buffer = Buffer.alloc(0);
  private waiting: ((answer: RawAnswer) => void) | null = null;
  private fail: ((error: Error) => void) | null = null;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
    private readonly origin: string,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('error', (error) => this.fail?.(error));
    socket.on('close', () => this.fail?.(new Error('the server closed the connection')));
  }

  static async open(address: string, origin: string): Promise<RawClient> {
    const { hostname, port, host } = new URL(address);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new RawClient(socket, host, origin);
  }

  post(path: string, headers: Readonly<Record<string, string>>, body: string): Promise<RawAnswer> {
    const lines = [
      `POST ${path} HTTP/1.1`,
      `host: ${this.host}`,
      `origin: ${this.origin}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ];
    return new Promise((resolve, reject) => {
      this.waiting = resolve;
      this.fail = reject;
      this.socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.fail = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.buffer = this.buffer.length === 0 ? chunk : Buffer.concat([this.buffer, chunk]);
    const end = this.buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.buffer.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? '0');
    if (this.buffer.length < end + 4 + length) return;
    const answer = { status: Number(head.slice(9, 12)), body: this.buffer.toString('utf8', end + 4, end + 4 + length) };
    this.buffer = this.buffer.subarray(end + 4 + length);
    const waiting = this.waiting;
    this.waiting = null;
    waiting?.(answer);
  }
}
