import type { DeviceStoreName } from './device-database.js';

/** Where a change goes besides the memory of this page. */
export interface Keeper {
  keep: (store: DeviceStoreName, key: string, value: unknown) => Promise<void>;
}

/**
 * What the device keeps under one heading, read at once and written through: a page asks it while it draws. Every open tab
 * of the person has the same.
 */
export class DeviceMap<T> {
  private readonly values = new Map<string, T>();
  private readonly unwritten = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private keeper: Keeper | null = null;

  constructor(readonly store: DeviceStoreName) {}

  /** Takes the place of all that was here: another person’s, or nobody’s. */
  begin(keeper: Keeper | null, values: ReadonlyMap<string, unknown>): void {
    this.keeper = keeper;
    this.values.clear();
    this.unwritten.clear();
    for (const [key, value] of values) this.values.set(key, value as T);
    this.tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (key: string): T | undefined => this.values.get(key);

  entries(): [string, T][] {
    return [...this.values];
  }

  /** False while the newest value is on its way to where it survives. */
  readonly isWritten = (key: string): boolean => !this.unwritten.has(key);

  readonly set = (key: string, value: T): void => {
    this.values.set(key, value);
    this.write(key, value);
  };

  readonly delete = (key: string): void => {
    if (this.values.delete(key)) this.write(key, undefined);
  };

  /** Another tab has changed it. */
  take(key: string, value: unknown): void {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value as T);
    this.tell();
  }

  private write(key: string, value: T | undefined): void {
    const { keeper } = this;
    const at = (this.unwritten.get(key) ?? 0) + 1;
    this.unwritten.set(key, at);
    this.tell();
    void keeper?.keep(this.store, key, value).finally(() => {
      if (this.unwritten.get(key) !== at || this.keeper !== keeper) return;
      this.unwritten.delete(key);
      this.tell();
    });
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
