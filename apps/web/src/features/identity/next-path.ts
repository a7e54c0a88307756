const key = 'leitai-after-registration';

/** Only paths of our own: an address from outside never decides where a person lands after signing in. */
export function ownPath(next: string | null): string | null {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : null;
}

/** Where somebody goes on who registers first, such as an invitation; kept by this browser alone. */
export function keepNext(path: string): void {
  try {
    window.localStorage.setItem(key, path);
  } catch {
    // A browser that keeps nothing leads to the list of entries instead.
  }
}

/** What `keepNext` kept, once. */
export function takeNext(): string | null {
  try {
    const kept = window.localStorage.getItem(key);
    window.localStorage.removeItem(key);
    return ownPath(kept);
  } catch {
    return null;
  }
}
