import type { EligibilitySetting } from '../queries.js';

type Item = EligibilitySetting['reasons'][number];
export type ItemList = 'checklist' | 'reasons';

/** A key from the English words, that no other item has: what was checked before keeps its own. */
export function keyOf(label: string, taken: readonly string[]): string {
  const words = label
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const stem =
    (words ?? [])
      .join('-')
      .replace(/^[0-9-]+/, '')
      .slice(0, 48)
      .replace(/-$/, '') || 'point';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

/** With a new item at the end; its key comes once it has words. */
export function withItem(setting: EligibilitySetting, list: ItemList): EligibilitySetting {
  return { ...setting, [list]: [...setting[list], { key: '', label: { zh: '', en: '' } }] };
}

export function withoutItem(setting: EligibilitySetting, list: ItemList, index: number): EligibilitySetting {
  return { ...setting, [list]: setting[list].filter((_, at) => at !== index) };
}

export function withLabel(
  setting: EligibilitySetting,
  list: ItemList,
  index: number,
  label: Item['label'],
): EligibilitySetting {
  return { ...setting, [list]: setting[list].map((item, at) => (at === index ? { ...item, label } : item)) };
}

/** One place up or down; at the end of the list it stays. */
export function moved(setting: EligibilitySetting, list: ItemList, index: number, by: -1 | 1): EligibilitySetting {
  const items = [...setting[list]];
  const [item] = items.splice(index, 1);
  if (item === undefined || index + by < 0 || index + by > items.length) return setting;
  items.splice(index + by, 0, item);
  return { ...setting, [list]: items };
}

/** With a key for each item that has none yet. */
export function keyed(setting: EligibilitySetting): EligibilitySetting {
  const withKeys = (items: readonly Item[]) => {
    const taken = items.map(({ key }) => key).filter((key) => key !== '');
    return items.map((item) => {
      if (item.key !== '') return item;
      const key = keyOf(item.label.en, taken);
      taken.push(key);
      return { ...item, key };
    });
  };
  return { ...setting, checklist: withKeys(setting.checklist), reasons: withKeys(setting.reasons) };
}

/** Whether every item says something in both languages, and there is one of each. */
export function isComplete({ checklist, reasons }: EligibilitySetting): boolean {
  const says = ({ label }: Item) => label.zh.trim() !== '' && label.en.trim() !== '';
  return checklist.length > 0 && reasons.length > 0 && checklist.every(says) && reasons.every(says);
}
