/** What a start says while it goes on; on stderr, so that a command's own output stays clean. */
export class Progress {
  private readonly startedAt = performance.now();

  say = (line: string): void => {
    process.stderr.write(`leitai: ${line}\n`);
  };

  /** Does one step and says how long it took. */
  async step<T>(name: string, act: () => Promise<T>): Promise<T> {
    const from = performance.now();
    const result = await act();
    this.say(`${name} (${seconds(performance.now() - from)})`);
    return result;
  }

  elapsed(): string {
    return seconds(performance.now() - this.startedAt);
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
