import type { OpenableSection } from '../contest/stage-rules.js';
import type { ClosedAnalysis } from './closed-analysis.js';
import type { OpenAnalysis } from './open-analysis.js';

/**
 * What is known of a stage beside its result, as JSON. Entries are named by their index in `entries`, judges by their
 * numbers 1 … `judges` (评委 1…n), which say nothing of who they are.
 */
export interface StageAnalysis {
  readonly schema: 1;
  /** In code point order of their ids. */
  readonly entries: readonly string[];
  readonly judges: number;
  readonly open: OpenAnalysis;
  /** Null where it was not asked for. */
  readonly closed: ClosedAnalysis | null;
}

/** A section that may be seen or not: the openable ones, and all others together. */
export type AnalysisSection = OpenableSection | 'closed';
