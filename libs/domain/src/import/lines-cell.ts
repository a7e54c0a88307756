/**
 * Several things in one cell, each of them of several parts: one a line, its parts apart by bars, and a backslash before
 * a bar, a backslash or an `n` that belongs to the text.
 *
 * @example writeLines([['王明', '清华大学'], ['Li Na']]) // '王明 | 清华大学\nLi Na'
 */
export function writeLines(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((parts) => {
    const last = parts.findLastIndex((part) => part !== '');
    return parts
      .slice(0, last + 1)
      .map(escaped)
      .join(' | ');
  });
  const only = lines[0] ?? '';
  // A single thing that looks like several says by its bar that it is one.
  return lines.length === 1 && !only.includes(' | ') && looseLines(only)[0]?.[0] !== rows[0]?.[0]
    ? `${only} |`
    : lines.join('\n');
}

/**
 * Reads what `writeLines` writes, and what people write: names apart by 、or ; or a comma, an organisation in brackets
 * behind its name.
 */
export function readLines(text: string): string[][] {
  if (text.trim() === '') return [];
  if (!isStrict(text)) return looseLines(text);
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (hasBar(line) ? barred(line) : [unescaped(line)]));
}

/** As `readLines`, where the cell is one person's: a comma belongs to the name. */
export function readPerson(text: string): string[][] {
  return text.trim() === '' || isStrict(text) ? readLines(text) : [withOrganisation(text.trim())];
}

const isStrict = (text: string) => text.includes('\n') || /(?<!\\)(?:\\\\)*[|｜]/u.test(text);
const hasBar = (line: string) => /[|｜]/u.test(line);

function barred(line: string): string[] {
  const parts = [''];
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] as string;
    if (character === '\\' && at + 1 < line.length) {
      parts[parts.length - 1] += character + (line[at + 1] as string);
      at += 1;
    } else if (character === '|' || character === '｜') parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map(unescaped);
}

function looseLines(text: string): string[][] {
  const separator = /[、；;]/u.test(text) ? /[、；;]/u : /[,，]/u;
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(withOrganisation);
}

/** A name with what stands in brackets behind it. */
function withOrganisation(text: string): string[] {
  const [, name = '', organisation = ''] = /^(.+?)\s*[(（]([^()（）]+)[)）]$/u.exec(text) ?? [];
  return name === '' ? [unescaped(text)] : [unescaped(name), unescaped(organisation)];
}

const escaped = (text: string) => text.replace(/[\\|｜]/gu, '\\$&').replace(/\r\n?|\n/g, '\\n');
const unescaped = (text: string) =>
  text.trim().replace(/\\(.)/gu, (_, character: string) => (character === 'n' ? '\n' : character));
