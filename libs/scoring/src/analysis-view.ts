import type {
  AffinityFinding,
  AffinitySection,
  AnalysisLine,
  AnalysisSection,
  BilingualText,
  ClosedAnalysis,
  GroupAnalysis,
  OpenAnalysis,
} from '#domain';

/** The run whose inputs were analysed. */
export interface AnalysedRun {
  readonly fence: number;
  readonly finishedAt: Date;
  readonly inputsHash: string;
  readonly outputsHash: string;
  readonly sheets: number;
  /** False where a newer run is not analysed yet, or no frozen list names it yet. */
  readonly isNewest: boolean;
}

/** How an entry is shown; other parts name it by its index. */
export interface AnalysedEntry {
  readonly number: number;
  readonly title: string;
}

/** A warning with its sentences. */
export interface SaidWarning {
  readonly method: string;
  readonly code: string;
  readonly entries: readonly number[];
  readonly judges: readonly number[];
  readonly says: BilingualText;
  readonly advice: BilingualText;
}

/** A line with what people call it; null for advancement, and for a tier that no longer is. */
export interface NamedLine extends AnalysisLine {
  readonly name: BilingualText | null;
}

/** Findings of one attribute, its values as people call them. */
export interface NamedAffinity extends Omit<AffinitySection, 'tests'> {
  readonly tests: readonly (AffinityFinding & { readonly name: BilingualText })[];
}

/** A group without its heat map, which is read apart. */
export interface ShownGroup extends Omit<GroupAnalysis, 'affinity' | 'lines' | 'warnings' | 'heatMap'> {
  readonly lines: readonly NamedLine[];
  readonly affinity: readonly NamedAffinity[];
  readonly warnings: readonly SaidWarning[];
}

/** Why the closed part does not come. */
export type ClosedReason = 'list-not-frozen' | 'advancement-not-recorded' | 'not-computed';

/** `computing`: nothing is stored yet; `failed`: it could not be computed, `failure` says why. */
export type AnalysisState = 'computing' | 'ready' | 'failed';

export interface AnalysisView {
  readonly state: AnalysisState;
  readonly failure: string | null;
  readonly run: AnalysedRun | null;
  readonly computedAt: Date | null;
  /** 64 hex digits, of the whole document. */
  readonly hash: string | null;
  /** What opened the sections that come. */
  readonly openedBy: 'rules' | 'frozen-list' | 'advancement';
  readonly sections: readonly AnalysisSection[];
  readonly entries: readonly AnalysedEntry[];
  readonly judges: number;
  readonly open: { readonly [Part in keyof OpenAnalysis]: OpenAnalysis[Part] | null };
  readonly closed: { readonly groups: readonly ShownGroup[] } | null;
  readonly closedReason: ClosedReason | null;
}

/** Judges × entries, of a stage whose analysis is open. */
export interface HeatMapView {
  readonly run: AnalysedRun;
  readonly entries: readonly AnalysedEntry[];
  readonly judges: number;
  readonly groups: readonly Pick<ClosedAnalysis['groups'][number], 'group' | 'heatMap'>[];
}
