import type { Schemas } from '../../../api/client.js';

export type Analysis = Schemas['AnalysisDto'];
export type Group = Schemas['AnalysisGroupDto'];
export type Line = Schemas['AnalysisLineDto'];
export type Method = Schemas['MethodColumnDto'];
export type LineChange = Schemas['LineStandingChangeDto'];
export type Withheld = Schemas['WithheldDto'];
export type Entries = readonly Schemas['AnalysedEntryDto'][];

/** A figure, or why it is not shown. */
export interface Figure<T> {
  readonly value: T | null;
  readonly withheld: Withheld | null;
}
