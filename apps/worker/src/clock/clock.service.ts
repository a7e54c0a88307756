import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { clockDutiesToken, type ClockDuty } from './clock-duty.js';

/** Seconds between two looks. */
export const clockSecondsToken = Symbol('clock seconds');

/**
 * What runs by time, in every worker: a first look at once, for what was left when the last worker died. Each duty has its
 * own time: a mail server that answers slowly keeps nobody else waiting.
 */
@Injectable()
export class ClockService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Clock');
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Map<string, Promise<void>>();
  private isStopped = false;

  constructor(
    @Inject(clockDutiesToken) private readonly duties: readonly ClockDuty[],
    @Inject(clockSecondsToken) private readonly seconds: number,
  ) {}

  onApplicationBootstrap(): void {
    for (const duty of this.duties) this.tick(duty);
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.running.values());
  }

  private tick(duty: ClockDuty): void {
    const again = () => {
      if (this.isStopped) return;
      this.timers.set(
        duty.name,
        setTimeout(() => this.tick(duty), this.seconds * 1000),
      );
    };
    const run = this.perform(duty).finally(again);
    this.running.set(duty.name, run);
  }

  private async perform({ name, run }: ClockDuty): Promise<void> {
    try {
      await run(() => this.isStopped);
    } catch (error) {
      // The database is away: the next look finds what this one would have.
      this.logger.warn(`${name}: ${String(error)}`);
    }
  }
}
