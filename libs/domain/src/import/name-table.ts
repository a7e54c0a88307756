/** Something that a cell can name: by its key or by a name in either language. */
export interface NamedKey {
  readonly key: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** Keys by every way to write them; null where two things are written alike. */
export type NameTable = ReadonlyMap<string, string | null>;

const nameKey = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200B]+/gu, '');

/** A key is never another thing's name, whatever that is called. */
export function nameTable(items: readonly NamedKey[]): NameTable {
  const table = new Map<string, string | null>();
  for (const { key, name } of items) {
    for (const written of new Set([nameKey(name.zh), nameKey(name.en)])) {
      table.set(written, table.has(written) ? null : key);
    }
  }
  for (const { key } of items) table.set(nameKey(key), key);
  return table;
}

export function findName(table: NameTable, text: string): string | null {
  return table.get(nameKey(text)) ?? null;
}

/** How an item is written so that it is found again: by its name, or by its key where another has the name too. */
export function writtenName(table: NameTable, item: NamedKey, locale: 'zh' | 'en'): string {
  return findName(table, item.name[locale]) === item.key ? item.name[locale] : item.key;
}

/** Names to choose from, as a sentence shows them: the first ones, where there are many. */
export function choicesText(items: readonly NamedKey[], locale: 'zh' | 'en', most = 8): string {
  const shown = items.slice(0, most).map(({ name }) => name[locale]);
  return items.length > most ? `${shown.join(' / ')} …` : shown.join(' / ');
}
