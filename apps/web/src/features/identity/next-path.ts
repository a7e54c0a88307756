const key = 'leitai-after-registration';

/** Only paths of our own: an address from outside never decides where a person lands after signing in. */
export function ownPath(next: string | null): string | null {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : null;
}

/** Milliseconds: as long as a link to confirm an address may take to be opened. */
const keptFor = 72 * 3_600_000;

/** Where somebody goes on who registers first, such as an invitation; kept by this browser alone, and not for ever. */
export function keepNext(path: string): void {
  try {
    window.localStorage.setItem(key, JSON.stringify({ path, until: Date.now() + keptFor }));
  } catch {
    // A browser that keeps nothing leads to the list of entries instead.
  }
}

/** What `keepNext` kept, once. */
export function takeNext(): string | null {
  try {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? 'null') as { path: string; until: number } | null;
    window.localStorage.removeItem(key);
    return kept !== null && kept.until > Date.now() ? ownPath(kept.path) : null;
  } catch {
    return null;
  }
}
