interface Bucket {
  tokens: number;
  /** Milliseconds of the monotonic clock. */
  filledAt: number;
}

const mostBuckets = 50_000;

/**
 * Token buckets in this process's memory: a brake on floods, not a rule of the contest (sign-in has its own, in the
 * database). Time is the process's monotonic clock, as nothing is decided by it but who waits.
 */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  /** @param perMinute requests a minute for each key, also the burst; 0: no limit */
  constructor(
    private readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one request; returns 0 when it may pass, else whole seconds to wait. */
  take(key: string): number {
    if (this.perMinute === 0) return 0;
    const now = this.now();
    const bucket = this.buckets.get(key) ?? this.newBucket(key, now);
    const filled = bucket.tokens + ((now - bucket.filledAt) * this.perMinute) / 60_000;
    bucket.tokens = Math.min(this.perMinute, filled);
    bucket.filledAt = now;
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) * 60) / this.perMinute);
    bucket.tokens -= 1;
    return 0;
  }

  private newBucket(key: string, now: number): Bucket {
    // A bucket idle for a minute is full again, so forgetting the oldest ones forgives next to nothing.
    if (this.buckets.size >= mostBuckets) {
      const oldest = this.buckets.keys().next();
      if (oldest.done !== true) this.buckets.delete(oldest.value);
    }
    const bucket = { tokens: this.perMinute, filledAt: now };
    this.buckets.set(key, bucket);
    return bucket;
  }
}
