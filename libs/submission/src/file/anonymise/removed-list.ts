import type { RemovedKind, RemovedMetadata } from '#domain';

const most = { values: 200, length: 200 };

/** Gathers what was removed; the same thing is told once. */
export class RemovedList {
  private readonly found = new Map<string, RemovedMetadata>();

  add(kind: RemovedKind, value: string | null = null): void {
    const text = value?.replaceAll('\0', '').trim().slice(0, most.length) ?? null;
    if (text === '' || this.found.size >= most.values) return;
    this.found.set(`${kind} ${text ?? ''}`, { kind, value: text });
  }

  get list(): readonly RemovedMetadata[] {
    return [...this.found.values()];
  }
}
