import { z } from 'zod';

/*
 * A template is read with YAML's failsafe schema: every scalar arrives as the text that was typed. A weight of 0.10 is
 * then never a binary fraction, and `no` is never a boolean by accident. These schemas give the texts their types.
 */

/** Lower-case words joined by hyphens; also the form that the database checks. */
export const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'key');

/** A name or sentence in both languages of the platform. */
export const bilingual = z.strictObject({
  zh: z.string().trim().min(1).max(400),
  en: z.string().trim().min(1).max(400),
});

/**
 * A plain decimal, kept as text, with as many decimals as any number of a template may have. How many a number of its
 * kind may have, and between which bounds it lies, is said by the domain's checks of the rules.
 */
export const decimal = z.string().regex(/^(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?$/, 'decimal');

/** A whole number from `minimum` to `maximum`. */
export function count(minimum: number, maximum: number) {
  return z
    .string()
    .regex(/^(0|[1-9][0-9]{0,8})$/, 'count')
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum));
}

export const yesOrNo = z.enum(['true', 'false'], 'boolean').transform((text) => text === 'true');

const instantForm = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;

/** An instant with its offset, such as 2024-11-22T09:00:00+08:00; 24:00 is the next day's beginning. */
export const instant = z
  .string()
  .refine(isInstant, 'instant')
  .transform((text) => new Date(text).toISOString());

export const plannedWindow = z
  .strictObject({ opensAt: instant, closesAt: instant })
  .refine((planned) => planned.opensAt < planned.closesAt, { path: ['closesAt'], message: 'window-order' });

/** The engine's own parser takes 30 February for 1 March. */
function isInstant(text: string): boolean {
  const [, year, month, day] = instantForm.exec(text) ?? [];
  if (year === undefined || Number.isNaN(Date.parse(text))) return false;
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
}
