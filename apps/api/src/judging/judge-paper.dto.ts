import type { JudgeKind } from '#domain';
import type { JudgePapers, ScheduledEntries } from '#judging';
import { NameDto } from '../contest/name.dto.js';
import { DeskEditionDto } from './assignment.dto.js';
import { WallStageDto, WallWindowDto } from './wall.dto.js';

export class PaperPanelDto {
  key: string;
  name: NameDto;
}

export class PaperSeatDto {
  /** Key of the panel. */
  panel: string;
  isChair: boolean;
}

export class PaperJudgeDto {
  id: string;
  name: string | null;
  kind: JudgeKind | null;
  employer: string | null;
  assigned: number;
  submitted: number;
  seats: PaperSeatDto[];
}

export class JudgePapersDto {
  stage: WallStageDto;
  edition: DeskEditionDto;
  window: WallWindowDto;
  /** An entry of the stage concerns the reader: its sheets are not counted. */
  leavesOut: boolean;
  panels: PaperPanelDto[];
  /** By name. */
  judges: PaperJudgeDto[];

  static from({ panels, judges, ...stage }: JudgePapers): JudgePapersDto {
    return {
      ...stage,
      panels: [...panels],
      judges: judges.map(({ seats, ...judge }) => ({ ...judge, seats: [...seats] })),
    };
  }
}

export class ScheduledEntryDto {
  number: number;
  title: string;
  /** Key; null without a panel. */
  panel: string | null;
  /** Of appearance; null where it is not drawn. */
  order: number | null;
}

export class ScheduledEntriesDto {
  /** Over all pages. */
  total: number;
  entries: ScheduledEntryDto[];

  static from({ total, entries }: ScheduledEntries): ScheduledEntriesDto {
    return { total, entries: [...entries] };
  }
}
