/** Names given in a sentence before it says how many more there are. */
const namesShown = 5;

/** As in: 3 entries (“A”, “B”, “C”). */
export function entriesEn(entries: readonly string[]): string {
  return countedEn(entries, 'entry', 'entries');
}

export function judgesEn(judges: readonly string[]): string {
  return countedEn(judges, 'judge', 'judges');
}

/** A number as both languages write it, in groups of three digits: 1,763. */
export function grouped(number: unknown): string {
  return new Intl.NumberFormat('en').format(Number(number));
}

/** For a sentence that a list begins. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function countedEn(names: readonly string[], one: string, many: string): string {
  return `${names.length === 1 ? one : `${grouped(names.length)} ${many}`} (${listEn(names)})`;
}

export function listEn(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).map((name) => `“${name}”`);
  const more = names.length - namesShown;
  return `${shown.join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}`;
}

export function entriesZh(entries: readonly string[]): string {
  return `项目${listZh(entries)}`;
}

export function judgesZh(judges: readonly string[]): string {
  return `评委${listZh(judges)}`;
}

export function listZh(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).map((name) => `“${name}”`);
  return `${shown.join('、')}${names.length > namesShown ? `等 ${grouped(names.length)} 个` : ''}`;
}
