import { hashJson } from '../hashing/hash-json.js';
import type { StageRules } from './stage-rules.js';

/** SHA-256 of the rules' canonical JSON (RFC 8785), 64 hex digits: what a tally run binds itself to. */
export function hashStageRules(rules: StageRules): string {
  return hashJson(rules);
}
