import type { EligibilitySetting } from '../queries.js';

export type Item = EligibilitySetting['reasons'][number];

/** A key from the English words, that no other item has: what was checked before keeps its own. */
function keyOf(label: string, taken: readonly string[]): string {
  const words = label
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const joined = (words ?? []).join('-').replace(/^[0-9-]+/, '');
  const stem = joined.slice(0, 48).replace(/-$/, '') || 'point';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

/** With a new item at the end; its key comes once it has words. */
export function withItem(items: readonly Item[]): Item[] {
  return [...items, { key: '', label: { zh: '', en: '' } }];
}

export function withLabel(items: readonly Item[], index: number, label: Item['label']): Item[] {
  return items.map((item, at) => (at === index ? { ...item, label } : item));
}

/** One place up or down; at the end of the list it stays. */
export function moved(items: readonly Item[], index: number, by: -1 | 1): Item[] {
  const next = [...items];
  const [item] = next.splice(index, 1);
  if (item === undefined || index + by < 0 || index + by > next.length) return [...items];
  next.splice(index + by, 0, item);
  return next;
}

/** With a key for each item that has none yet. */
export function keyed(items: readonly Item[]): Item[] {
  const taken = items.map(({ key }) => key).filter((key) => key !== '');
  return items.map((item) => {
    if (item.key !== '') return item;
    const key = keyOf(item.label.en, taken);
    taken.push(key);
    return { ...item, key };
  });
}

/** Whether there is an item, and every one says something in both languages. */
export function isComplete(items: readonly Item[]): boolean {
  return items.length > 0 && items.every(({ label }) => label.zh.trim() !== '' && label.en.trim() !== '');
}
