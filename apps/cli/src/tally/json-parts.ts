/**
 * A JSON object in pieces, laid out as `JSON.stringify(value, null, 2)` would. What can be iterated and is no array is an
 * array whose elements are made one by one.
 */
export function* jsonParts(value: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{\n';
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined) continue;
    yield `${before}  ${JSON.stringify(key)}: `;
    if (isStream(part)) yield* streamParts(part);
    else yield indented(part, '  ');
    before = ',\n';
  }
  yield '\n}\n';
}

function* streamParts(elements: Iterable<unknown>): Generator<string> {
  let isEmpty = true;
  for (const element of elements) {
    yield `${isEmpty ? '[' : ','}\n    ${indented(element, '    ')}`;
    isEmpty = false;
  }
  yield isEmpty ? '[]' : '\n  ]';
}

function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}

function isStream(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value && !Array.isArray(value);
}
