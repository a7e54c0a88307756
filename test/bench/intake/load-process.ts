import { randomUUID } from 'node:crypto';
import { RawClient } from './raw-client.js';

/** What a load process is told to do: `clients` connections, each walking assignments of its own. */
export interface LoadOrder {
  readonly address: string;
  readonly origin: string;
  readonly clients: number;
  readonly durationMs: number;
  readonly warmUpMs: number;
  readonly rulesHash: string;
  readonly criteria: readonly string[];
  /** Cookie of each judge. */
  readonly cookies: readonly string[];
  readonly assignments: readonly { readonly publicId: string; readonly judge: number; readonly revision: number }[];
}

export interface LoadReport {
  /** Milliseconds of each request answered with 201 after the warm-up. */
  readonly latencies: readonly number[];
  readonly elapsedMs: number;
  readonly accepted: number;
  /** Other answers by status. */
  readonly others: Readonly<Record<string, number>>;
  /** Revision reached, by public id. */
  readonly revisions: Readonly<Record<string, number>>;
}

async function walk(order: LoadOrder, client: number, report: { latencies: number[]; accepted: number }, from: number) {
  const { address, origin, clients, cookies, criteria, rulesHash, durationMs, warmUpMs } = order;
  const connection = await RawClient.open(address, origin);
  const own = order.assignments.filter((_, index) => index % clients === client);
  const revisions = own.map(({ revision }) => revision);
  const others: Record<string, number> = {};
  for (let step = 0; performance.now() - from < warmUpMs + durationMs; step += 1) {
    const at = step % own.length;
    const { publicId, judge } = own[at] as (typeof own)[number];
    const scores = Object.fromEntries(criteria.map((key, index) => [key, String(((step * 7 + index * 3) % 21) / 2)]));
    const headers = {
      cookie: cookies[judge] ?? '',
      'idempotency-key': randomUUID(),
      'if-match': `"${revisions[at]}"`,
    };
    const sent = performance.now();
    const path = `/api/v1/assignments/${publicId}/submissions`;
    const { status } = await connection.post(path, headers, JSON.stringify({ scores, rulesHash }));
    const took = performance.now() - sent;
    if (status === 201) {
      revisions[at] = (revisions[at] ?? 0) + 1;
      report.accepted += 1;
      if (sent - from > warmUpMs) report.latencies.push(took);
    } else others[status] = (others[status] ?? 0) + 1;
  }
  connection.close();
  return { others, revisions: Object.fromEntries(own.map(({ publicId }, at) => [publicId, revisions[at]])) };
}

async function run(order: LoadOrder): Promise<LoadReport> {
  const report = { latencies: [] as number[], accepted: 0 };
  const from = performance.now();
  const walks = await Promise.all(
    Array.from({ length: order.clients }, (_, client) => walk(order, client, report, from)),
  );
  const others: Record<string, number> = {};
  for (const walked of walks) {
    for (const [status, count] of Object.entries(walked.others)) others[status] = (others[status] ?? 0) + count;
  }
  return {
    ...report,
    elapsedMs: performance.now() - from - order.warmUpMs,
    others,
    revisions: Object.assign({}, ...walks.map(({ revisions }) => revisions)) as Record<string, number>,
  };
}

process.once('message', (order: LoadOrder) => {
  void run(order).then((report) => process.send?.(report, () => process.exit(0)));
});
