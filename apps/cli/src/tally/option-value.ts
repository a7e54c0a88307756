import { isDecimalString } from '#domain/decimal/parse-decimal';
import { WrongUsage } from './refusals.js';

/** @throws WrongUsage */
export function count(option: string, text: string): number;
export function count(option: string, text: string | undefined): number | undefined;
export function count(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new WrongUsage(`${option}: "${text}" is not a count`);
  return Number(text);
}

/** @throws WrongUsage */
export function choice<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const chosen = allowed.find((one) => one === value);
  if (chosen === undefined) throw new WrongUsage(`${option}: "${value}" is not one of ${allowed.join(', ')}`);
  return chosen;
}

/** @throws WrongUsage for what is no plain decimal above 0. */
export function positive(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = isDecimalString(text) ? Number(text) : NaN;
  if (!(value > 0)) throw new WrongUsage(`${option}: "${text}" is not a decimal above 0`);
  return value;
}
