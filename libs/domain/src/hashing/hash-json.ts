import { canonicalJson } from './canonical-json.js';
import { sha256Hex } from './sha256-hex.js';

/** SHA-256 of the canonical JSON of a value, 64 lower-case hex digits. */
export function hashJson(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
