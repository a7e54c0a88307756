import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Reconciler } from './reconciler.js';

/** Seconds between two looks. */
export const clockSecondsToken = Symbol('clock seconds');

/** What runs by time, in every worker: a first look at once, for what was left when the last worker died. */
@Injectable()
export class ClockService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Clock');
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly reconciler: Reconciler,
    @Inject(clockSecondsToken) private readonly seconds: number,
  ) {}

  onApplicationBootstrap(): void {
    this.tick();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.looking;
  }

  private tick(): void {
    this.looking = this.look().finally(() => {
      if (!this.isStopped) this.timer = setTimeout(() => this.tick(), this.seconds * 1000);
    });
  }

  private async look(): Promise<void> {
    try {
      await this.reconciler.reconcile();
    } catch (error) {
      // The database is away: the next look finds what this one would have.
      this.logger.warn(`could not look for pending work: ${String(error)}`);
    }
  }
}
