/** Names given in a sentence before it says how many more there are. */
const namesShown = 5;

/** As in: 3 entries (“A”, “B”, “C”). */
export function entriesEn(entries: readonly string[]): string {
  return countedEn(entries, 'entry', 'entries');
}

export function judgesEn(judges: readonly string[]): string {
  return countedEn(judges, 'judge', 'judges');
}

function countedEn(names: readonly string[], one: string, many: string): string {
  return `${names.length === 1 ? one : `${names.length} ${many}`} (${listEn(names)})`;
}

export function listEn(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).map((name) => `“${name}”`);
  const more = names.length - namesShown;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

export function entriesZh(entries: readonly string[]): string {
  return `项目${listZh(entries)}`;
}

export function judgesZh(judges: readonly string[]): string {
  return `评委${listZh(judges)}`;
}

export function listZh(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).map((name) => `“${name}”`);
  return `${shown.join('、')}${names.length > namesShown ? `等 ${names.length} 个` : ''}`;
}
