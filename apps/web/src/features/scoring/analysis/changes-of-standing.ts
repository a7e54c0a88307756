import type { LineChange, Method } from './analysis-types.js';

/** An entry that would stand elsewhere at a line, with all methods by which it would stand there. */
export interface StandingChange extends LineChange {
  readonly after: number;
  /** Ids of columns. */
  readonly methods: readonly string[];
}

/** By line, those that most methods agree on first. */
export function standingChanges(methods: readonly Pick<Method, 'id' | 'lineChanges'>[]): StandingChange[] {
  const found = new Map<string, StandingChange & { readonly methods: string[] }>();
  for (const { id, lineChanges } of methods) {
    for (const { after, changes } of lineChanges) {
      for (const change of changes) {
        const key = `${after} ${change.entry} ${change.to}`;
        const known = found.get(key) ?? { ...change, after, methods: [] };
        found.set(key, known);
        known.methods.push(id);
      }
    }
  }
  return [...found.values()].sort(
    (left, right) => left.after - right.after || right.methods.length - left.methods.length,
  );
}
