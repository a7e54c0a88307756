import { join } from 'node:path';
import { say, sayAim } from '../figures.js';
import { type MeasuredProcess, measuredProcess, fastestProcess } from './measured-process.js';
import type { Baseline } from './r-baseline.js';

/** What every part of the bench works with. */
export interface BenchContext {
  /** Of generated files and results; removed at the end. */
  readonly folder: string;
  /** Leaves out what takes minutes. */
  readonly isQuick: boolean;
}

const command = join(import.meta.dirname, '../../../dist/apps/cli/src/main.js');

/** `leitai tally` as users run it, to a CSV file: the whole process. */
export function tallyProcess(folder: string, file: string, words: readonly string[]): Promise<MeasuredProcess> {
  return measuredProcess(process.execPath, [command, 'tally', file, ...words, '--format', 'csv'], join(folder, 'out'));
}

export function fastestTally(runs: number, folder: string, file: string, words: readonly string[]) {
  return fastestProcess(runs, () => tallyProcess(folder, file, words));
}

export const secondsText = (seconds: number) => `${seconds.toFixed(2)} s`;
const megabytesText = (megabytes: number | null) => (megabytes === null ? '' : `${Math.round(megabytes)} MB`);

export function sayMeasured(name: string, { seconds, processorSeconds, megabytes }: MeasuredProcess): void {
  const others = [
    processorSeconds === null ? '' : `processor ${secondsText(processorSeconds)}`,
    megabytesText(megabytes),
  ].filter((text) => text !== '');
  say(`  ${name.padEnd(34)} ${secondsText(seconds).padStart(12)}   ${others.join(', ')}`);
}

export function sayBaseline({ tool, isCited, ...measured }: Baseline): void {
  sayMeasured(isCited ? `${tool} (cited)` : `${tool} (same run)`, measured);
}

export function sayTimeAim(name: string, seconds: number, aim: number): void {
  sayAim(name, secondsText(seconds), `≤ ${aim.toFixed(1)} s`, seconds <= aim);
}

export function sayMemoryAim({ megabytes }: MeasuredProcess, aim: number): void {
  if (megabytes !== null) sayAim('its peak memory', megabytesText(megabytes), `≤ ${aim} MB`, megabytes <= aim);
}
