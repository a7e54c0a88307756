import type { AnalysedRun, AnalysisView, HeatMapView } from '#scoring';
import { NullableItems } from '../http/nullable-items.decorator.js';
import { AffinityDto, JudgeAnalysisDto, ReliabilityDto, SensitivityDto } from './analysis-judge.dto.js';
import { AnalysisLineDto, BilingualDto, MethodColumnDto, UncertaintyDto } from './analysis-method.dto.js';
import { OpenAnalysisDto } from './open-analysis.dto.js';

export class AnalysedRunDto {
  fence: number;
  finishedAt: string;
  inputsHash: string;
  outputsHash: string;
  sheets: number;
  /** False where a newer run exists: it is not analysed yet, or no frozen list names it yet. */
  isNewest: boolean;

  static from(run: AnalysedRun): AnalysedRunDto {
    return { ...run, finishedAt: run.finishedAt.toISOString() };
  }
}

export class AnalysedEntryDto {
  number: number;
  title: string;
}

export class AnalysisWarningDto {
  /** `id` of the method that warns. */
  method: string;
  code: string;
  entries: number[];
  judges: number[];
  says: BilingualDto;
  advice: BilingualDto;
}

export class AnalysisGroupDto {
  /** Key of the track, panel or field group; empty where the stage has one ranking. */
  group: string;
  name: BilingualDto | null;
  /** By declared rank; entries without one last. */
  entries: number[];
  lines: AnalysisLineDto[];
  /** The declared method first. */
  methods: MethodColumnDto[];
  uncertainty: UncertaintyDto;
  reliability: ReliabilityDto;
  judges: JudgeAnalysisDto[];
  affinity: AffinityDto[];
  sensitivity: SensitivityDto;
  warnings: AnalysisWarningDto[];
}

export class ClosedAnalysisDto {
  groups: AnalysisGroupDto[];
}

export class AnalysisDto {
  state: 'computing' | 'ready' | 'failed';
  /** Why it could not be computed. */
  failure: string | null;
  run: AnalysedRunDto | null;
  computedAt: string | null;
  /** SHA-256 of the stored document. */
  hash: string | null;
  openedBy: 'rules' | 'frozen-list' | 'advancement';
  /** Which sections come: `coverage`, `gaps`, `scale-use`, and `closed` for all others. */
  sections: ('coverage' | 'gaps' | 'scale-use' | 'closed')[];
  /** Named elsewhere by their index in this list. */
  entries: AnalysedEntryDto[];
  /** Judges are 1 to this number; who they are is not stored. */
  judges: number;
  open: OpenAnalysisDto;
  closed: ClosedAnalysisDto | null;
  closedReason: 'list-not-frozen' | 'advancement-not-recorded' | 'not-computed' | null;

  static from(view: AnalysisView): AnalysisDto {
    const shown = {
      ...view,
      run: view.run && AnalysedRunDto.from(view.run),
      computedAt: view.computedAt?.toISOString() ?? null,
    };
    // The same shape throughout, but for what the domain holds read-only.
    return shown as AnalysisDto;
  }
}

export class HeatMapCellsDto {
  /** Key of the group. */
  group: string;
  /** Of each cell: index into `entries`. */
  entry: number[];
  judge: number[];
  /** Decimal strings. */
  total: string[];
  /** Standard score among the judge's own totals; null where they do not differ. */
  @NullableItems('number')
  z: (number | null)[];
}

export class HeatMapDto {
  run: AnalysedRunDto;
  entries: AnalysedEntryDto[];
  judges: number;
  groups: HeatMapCellsDto[];

  static from({ run, entries, judges, groups }: HeatMapView): HeatMapDto {
    return {
      run: AnalysedRunDto.from(run),
      entries: [...entries],
      judges,
      groups: groups.map(({ group, heatMap: { entry, judge, total, z } }) => ({
        ...{ group, entry: [...entry], judge: [...judge] },
        ...{ total: [...total], z: [...z] },
      })),
    };
  }
}
