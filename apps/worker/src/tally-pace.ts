/** Longest rest between two runs of a stage, milliseconds. */
const longestRest = 2000;

/**
 * Lets a stage rest as long as its last run took, so that a busy stage takes half a processor and not all of it. One
 * that was quiet is tallied at once.
 */
export class TallyPace {
  private readonly nextAt = new Map<string, number>();

  /** Waits until the stage has rested, then runs. */
  async run<T>(stageId: string, act: () => Promise<T>): Promise<T> {
    const wait = (this.nextAt.get(stageId) ?? 0) - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const from = performance.now();
    try {
      return await act();
    } finally {
      const now = performance.now();
      this.nextAt.set(stageId, now + Math.min(longestRest, now - from));
    }
  }
}
