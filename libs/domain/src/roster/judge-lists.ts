type Locale = 'zh' | 'en';

interface DatedEmployer {
  readonly name: string;
  readonly fromYear: number | null;
  readonly untilYear: number | null;
}

/** Several things in one cell, apart by ；in Chinese and by ; in English. */
export function listCell(items: readonly string[], locale: Locale): string {
  return items.join(locale === 'zh' ? '；' : '; ');
}

/** Reads what `listCell` writes in either language, and one thing a line. */
export function readList(cell: string): string[] {
  return cell
    .split(/[；;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** @example employersCell([{ name: '清华大学', fromYear: 2019, untilYear: 2023 }], 'zh') // '清华大学（2019-2023）' */
export function employersCell(employers: readonly DatedEmployer[], locale: Locale): string {
  const parts = employers.map(({ name, fromYear, untilYear }) => {
    if (fromYear === null && untilYear === null) return name;
    const years = `${fromYear ?? ''}-${untilYear ?? ''}`;
    return locale === 'zh' ? `${name}（${years}）` : `${name} (${years})`;
  });
  return listCell(parts, locale);
}

const dash = '[-‐-―~～至到]';
const span = `(\\d{4})?\\s*${dash}\\s*(\\d{4}|今|至今|present|now)?`;
const bracketed = new RegExp(`^(.*\\S)\\s*[（(]\\s*(?:${span}|(\\d{4}))\\s*[)）]$`, 'iu');
const bare = new RegExp(
  `^(.*\\S)\\s+(?:(\\d{4})\\s*${dash}\\s*(\\d{4}|今|至今|present|now)?|${dash}\\s*(\\d{4}))$`,
  'iu',
);
/** Nothing but digits and what stands between them: meant as years, and none. */
const likeYears = new RegExp(`[（(](?=[^)）]*\\d)(?:[\\d\\s./,，年月]|${dash})*[)）]$`, 'u');

/**
 * Reads what `employersCell` writes, and what people write: 清华大学 2019-2023, MIT (2015–), 某公司（2018）.
 *
 * @returns what has years that are none among `wrong`, as it stands in the cell
 */
export function readEmployers(cell: string): {
  readonly employers: readonly DatedEmployer[];
  readonly wrong: readonly string[];
} {
  const parts = readList(cell).map((part) => ({ part, employer: readEmployer(part) }));
  return {
    employers: parts.map(({ employer }) => employer),
    wrong: parts.flatMap(({ part, employer: { name } }) => (likeYears.test(name) ? [part] : [])),
  };
}

function readEmployer(part: string): DatedEmployer {
  const year = (text: string | undefined) => (/^\d{4}$/.test(text ?? '') ? Number(text) : null);
  const [, name, from, until, only] = bracketed.exec(part) ?? [];
  if (name !== undefined) return { name, fromYear: year(only ?? from), untilYear: year(only ?? until) };
  const [, called, since, to, end] = bare.exec(part) ?? [];
  if (called !== undefined) return { name: called, fromYear: year(since), untilYear: year(to ?? end) };
  return { name: part, fromYear: null, untilYear: null };
}
