import { isAlias, isMap, isScalar, isSeq, type Document, type LineCounter, type Node } from 'yaml';

export interface Position {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

type Path = readonly PropertyKey[];

/**
 * Where a path of a document stands in its text. A path that leads nowhere (a field that is missing) gives the place of
 * the deepest node on it that exists; `atKey` points at the key of the last step instead of its value.
 */
export function nodePosition(document: Document, lines: LineCounter, path: Path, atKey = false): Position {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
    const found = child(resolved(node, document), step);
    if (!found) break;
    const last = index === path.length - 1;
    node = found.value;
    offset = startOf(last && atKey ? found.key : node) ?? startOf(found.key) ?? offset;
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function child(node: unknown, step: PropertyKey): { key: unknown; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
    return pair && { key: pair.key, value: pair.value };
  }
  if (isSeq(node) && typeof step === 'number') {
    const value = node.items[step];
    return value === undefined ? undefined : { key: value, value };
  }
  return undefined;
}

function resolved(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
