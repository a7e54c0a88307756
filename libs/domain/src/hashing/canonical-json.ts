import canonicalize from 'canonicalize';

/**
 * The one JSON text of a value (RFC 8785): the same facts give the same bytes on every machine.
 *
 * @throws TypeError when the value has no JSON text (undefined, a function); Error on NaN, infinities, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('this value has no JSON text');
  return text;
}
