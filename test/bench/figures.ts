/** Value below which the share of the sorted values lies; nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
export const perSecond = (value: number) => `${Math.round(value).toLocaleString('en')}/s`;

export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** One line of result beside its aim. */
export function sayAim(name: string, value: string, aim: string, isReached: boolean): void {
  say(`  ${name.padEnd(34)} ${value.padStart(12)}   aim ${aim.padEnd(12)} ${isReached ? 'reached' : 'MISSED'}`);
}
