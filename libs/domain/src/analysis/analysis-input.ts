import type { BilingualText } from '../contest/stage-rules.js';
import type { AffinityAttribute, AnalysisLine } from './closed-analysis.js';

/** What an analysis needs beside the tally's own inputs; entries and judges by id. */
export interface AnalysisDetails {
  /** The stage's key of pseudonyms, 64 hex digits: judges are numbered in an order drawn with it. */
  readonly numbering: string;
  /** 64 hex digits, from `hashTallyInputs`: seeds what is drawn. */
  readonly inputsHash: string;
  /** False: the closed part is not computed. */
  readonly wantsClosed: boolean;
  /** Sheets that there are to be: each standing assignment. */
  readonly assignments: readonly { readonly entry: string; readonly judge: string }[];
  /** By key of the group, highest line first. */
  readonly lines: Readonly<Record<string, readonly AnalysisLine[]>>;
  readonly groupNames: Readonly<Record<string, BilingualText>>;
  /** Entry → value of the attribute. */
  readonly attributes: Readonly<Record<AffinityAttribute, Readonly<Record<string, string>>>>;
  /** When a sheet was first submitted: a number that rises with time, and the hour from 0 to 24 where the contest is. */
  readonly sheetTimes: readonly {
    readonly entry: string;
    readonly judge: string;
    readonly order: number;
    readonly hour: number;
  }[];
}
