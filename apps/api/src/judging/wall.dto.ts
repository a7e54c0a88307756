import type { Wall } from '#judging';
import type { RunView } from '#scoring';
import { NameDto } from '../contest/name.dto.js';
import { DeskEditionDto, DeskWindowDto } from './assignment.dto.js';

export class WallStageDto {
  id: string;
  key: string;
  kind: string;
  name: NameDto;
}

export class WallWindowDto extends DeskWindowDto {
  openedAt: string | null;
}

export class WallTotalsDto {
  entries: number;
  assignments: number;
  submitted: number;
  drafts: number;
  /** Sheets whose judge submitted them more than once. */
  revised: number;
  /** Submitted by an unlock, once judging had ended. */
  unlocked: number;
  judges: number;
}

export class WallJudgeDto {
  id: string;
  name: string | null;
  assigned: number;
  submitted: number;
  drafts: number;
  lastSubmittedAt: string | null;
  /** Assigned entries of which the judge has yet to declare a tie or none; 0 in a blind stage. */
  declarationsOwed: number;
  /** On which the judge sits in this stage. */
  panels: NameDto[];
  /** When last; null where never, and to whom an entry of the stage concerns. */
  remindedAt: string | null;
  remindedBy: string | null;
}

export class WallTrackDto {
  name: NameDto;
  assignments: number;
  submitted: number;
  drafts: number;
}

export class WallPanelDto extends WallTrackDto {
  entries: number;
}

export class WallCoverageDto {
  /** Fewest sheets with which an entry is ranked. */
  floor: number;
  /** Entries that have fewer. */
  below: number;
  /** Entries whose every assigned sheet was submitted. */
  complete: number;
}

export class WallRunDto {
  fence: number;
  finishedAt: string;
  outputsHash: string;
  shadow: 'agrees' | 'differs';
  sheets: number;
}

export class WallDto {
  stage: WallStageDto;
  edition: DeskEditionDto;
  window: WallWindowDto;
  totals: WallTotalsDto;
  judges: WallJudgeDto[];
  tracks: WallTrackDto[];
  panels: WallPanelDto[];
  coverage: WallCoverageDto;
  /** The stage shows teams, and asks its judges for declarations. */
  asksDeclarations: boolean;
  /** An entry of the stage concerns the reader: no figure has it, and `pending` and `run` are null. */
  leavesOut: boolean;
  /** Acts that no completed run has seen. */
  pending: number | null;
  run: WallRunDto | null;

  static from(wall: Wall, pending: number | null, run: RunView | null): WallDto {
    const { stage, edition, window, totals, coverage, asksDeclarations, leavesOut } = wall;
    return {
      ...{ stage, edition, window, totals, coverage, asksDeclarations, leavesOut, pending },
      judges: wall.judges.map(({ panels, ...judge }) => ({ ...judge, panels: [...panels] })),
      tracks: [...wall.tracks],
      panels: [...wall.panels],
      run: run && {
        ...{ fence: run.fence, outputsHash: run.outputsHash, shadow: run.shadow, sheets: run.sheets },
        finishedAt: run.finishedAt.toISOString(),
      },
    };
  }
}
