/** Follows a stage's wall as the page does: hears the stream, fetches anew with the ETag it has. */
export class WallWatcher {
  private readonly abort = new AbortController();
  private etag = '';
  private isFetching = false;
  private isStale = false;
  private readonly waiting: { submitted: number; resolve: (at: number) => void }[] = [];
  private submitted = -1;

  constructor(
    private readonly address: string,
    private readonly cookie: string,
    private readonly stageId: string,
  ) {}

  async open(): Promise<void> {
    const response = await fetch(`${this.address}/api/v1/events`, {
      headers: { cookie: this.cookie, accept: 'text/event-stream' },
      signal: this.abort.signal,
    });
    if (response.status !== 200 || response.body === null) throw new Error(`events answered ${response.status}`);
    void this.read(response.body as unknown as AsyncIterable<Uint8Array>).catch(() => undefined);
    await this.fetch();
  }

  get shown(): number {
    return this.submitted;
  }

  /** When the wall showed so many sheets, on this process's clock. */
  untilShown(submitted: number, withinMs: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`the wall shows ${this.submitted} and not ${submitted}`)),
        withinMs,
      );
      const done = (at: number) => {
        clearTimeout(timer);
        resolve(at);
      };
      this.waiting.push({ submitted, resolve: done });
      this.settle();
    });
  }

  close(): void {
    this.abort.abort();
  }

  private async read(body: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of body) {
      if (Buffer.from(chunk).toString().includes('event: stage')) void this.fetch();
    }
  }

  private async fetch(): Promise<void> {
    this.isStale = true;
    if (this.isFetching) return;
    this.isFetching = true;
    while (this.isStale) {
      this.isStale = false;
      const response = await fetch(`${this.address}/api/v1/stages/${this.stageId}/wall`, {
        headers: { cookie: this.cookie, ...(this.etag === '' ? {} : { 'if-none-match': this.etag }) },
      });
      if (response.status === 200) {
        this.etag = response.headers.get('etag') ?? '';
        this.submitted = ((await response.json()) as { totals: { submitted: number } }).totals.submitted;
        this.settle();
      } else await response.arrayBuffer();
    }
    this.isFetching = false;
  }

  private settle(): void {
    const now = performance.now();
    for (const entry of this.waiting.splice(0)) {
      if (entry.submitted <= this.submitted) entry.resolve(now);
      else this.waiting.push(entry);
    }
  }
}
