import * as v from 'valibot';

/*
 * A template is read with YAML's failsafe schema: every scalar arrives as the text that was typed. A weight of 0.10 is
 * then never a binary fraction, and `no` is never a boolean by accident. These schemas give the texts their types.
 */

/** Lower-case words joined by hyphens; also the form that the database checks. */
export const key = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'key'));

/**
 * A group of exactly these fields. Valibot's own strict object tells the first unknown field alone; this one tells all,
 * and has the same type.
 */
export function group<Fields extends v.ObjectEntries>(fields: Fields): v.StrictObjectSchema<Fields, undefined> {
  return v.objectWithRest(fields, v.never()) as unknown as v.StrictObjectSchema<Fields, undefined>;
}

/** A list of at most `most` items; none where it is not given. */
export function listOf<Item extends v.GenericSchema<unknown, unknown>>(item: Item, most: number) {
  return v.optional(v.pipe(v.array(item), v.maxLength(most)), []);
}

const sentence = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400));

/** A name or sentence in both languages of the platform. */
export const bilingual = group({ zh: sentence, en: sentence });

/**
 * A plain decimal, kept as text, with as many decimals as any number of a template may have. How many a number of its
 * kind may have, and between which bounds it lies, is said by the domain's checks of the rules.
 */
export const decimal = v.pipe(v.string(), v.regex(/^(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?$/, 'decimal'));

/** A whole number from `minimum` to `maximum`. */
export function count(minimum: number, maximum: number) {
  return v.pipe(
    v.string(),
    v.regex(/^(0|[1-9][0-9]{0,8})$/, 'count'),
    v.transform(Number),
    v.minValue(minimum),
    v.maxValue(maximum),
  );
}

export const yesOrNo = v.pipe(
  v.picklist(['true', 'false'], 'boolean'),
  v.transform((text) => text === 'true'),
);

const instantForm = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;

/** An instant with its offset, such as 2024-11-22T09:00:00+08:00; 24:00 is the next day's beginning. */
export const instant = v.pipe(
  v.string(),
  v.check(isInstant, 'instant'),
  v.transform((text) => new Date(text).toISOString()),
);

export const plannedWindow = v.pipe(
  group({ opensAt: instant, closesAt: instant }),
  v.forward(
    v.check(({ opensAt, closesAt }) => opensAt < closesAt, 'window-order'),
    ['closesAt'],
  ),
);

/** The engine's own parser takes 30 February for 1 March. */
function isInstant(text: string): boolean {
  const [, year, month, day] = instantForm.exec(text) ?? [];
  if (year === undefined || Number.isNaN(Date.parse(text))) return false;
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
}
