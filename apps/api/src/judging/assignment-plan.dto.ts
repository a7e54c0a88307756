import { ApiProperty } from '@nestjs/swagger';
import type { JudgeKind } from '#domain';
import type { AssignmentParameters } from '#domain/assignment/assignment-parameters';
import type {
  AssignmentDesk,
  AssignmentFault,
  AssignmentPreview,
  AssignmentRunLine,
  AssignmentRunState,
  DeskJudge,
  PlanAbsence,
} from '#judging';
import { NullableItems } from '../http/nullable-items.decorator.js';
import { LabelDto, NameDto } from '../contest/name.dto.js';
import { DeskEditionDto } from './assignment.dto.js';
import { AssignmentParametersDto, KindWantedDto } from './assignment-parameters.dto.js';

export class AssignmentSizeDto {
  entries: number;
  judges: number;
  /** Pairs that no plan may have. */
  conflicts: number;
  standing: number;
}

function parametersOf(parameters: AssignmentParameters): AssignmentParametersDto {
  const { onlyJudges, onlyPanels } = parameters;
  return {
    ...{ ...parameters, kindsWanted: [...parameters.kindsWanted] as KindWantedDto[] },
    ...{ onlyJudges: [...(onlyJudges ?? [])], onlyPanels: [...(onlyPanels ?? [])] },
  };
}

export class AssignmentRunDto {
  id: string;
  /** Of the stage's plans, from 1. */
  number: number;
  state: AssignmentRunState;
  /** Why a stopped or failed run has no plan. */
  fault: AssignmentFault | null;
  parameters: AssignmentParametersDto;
  size: AssignmentSizeDto | null;
  requestedBy: string | null;
  requestedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  endedBy: string | null;
  endedAt: string | null;
  /** 64 hex digits; null where there is no plan. */
  planHash: string | null;
  /** For which it has been, or was, computed. */
  seconds: number | null;

  static from(run: AssignmentRunLine): AssignmentRunDto {
    const { parameters, requestedAt, startedAt, finishedAt, endedAt } = run;
    return {
      ...run,
      parameters: parametersOf(parameters),
      requestedAt: requestedAt.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
      finishedAt: finishedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
    };
  }
}

export class DeskJudgeDto {
  id: string;
  name: string | null;
  kind: JudgeKind | null;
  /** As the office typed it. */
  employer: string | null;
  /** What the register of organisations takes it for. */
  organisation: NameDto | null;
  fieldGroups: NameDto[];
  /** Empty where nobody has said it: then both are taken to be read. */
  languages: string[];
  leastEntries: number;
  mostEntries: number | null;
  /** Why no plan gives the judge anything further. */
  absence: PlanAbsence | null;
  standing: number;
  begun: number;
  /** Of the plan that is shown; all 0 without one. */
  planned: number;
  added: number;
  removed: number;

  static from({ fieldGroups, languages, ...judge }: DeskJudge): DeskJudgeDto {
    return { ...judge, fieldGroups: [...fieldGroups], languages: [...languages] };
  }
}

export class DeskPanelDto {
  id: string;
  name: NameDto;
  /** How many of the roster sit in it. */
  judges: number;
}

export class AssignmentDeskDto {
  stage: LabelDto;
  edition: DeskEditionDto;
  /** Its judging is over. */
  isClosed: boolean;
  /** What a further plan would be asked for, with a new seed. */
  proposed: AssignmentParametersDto;
  entries: number;
  /** Entries with fewer judges than the proposal wants. */
  entriesBelow: number;
  assignments: number;
  judges: DeskJudgeDto[];
  panels: DeskPanelDto[];
  /** The newest first, at most 20. */
  runs: AssignmentRunDto[];

  static from({
    stage,
    proposed,
    judges,
    panels,
    runs,
    entries,
    entriesBelow,
    assignments,
  }: AssignmentDesk): AssignmentDeskDto {
    return {
      ...{ entries, entriesBelow, assignments, edition: stage.edition, isClosed: stage.isClosed },
      stage: { key: stage.key, name: stage.name },
      proposed: parametersOf(proposed),
      judges: judges.map((judge) => DeskJudgeDto.from(judge)),
      panels: panels.map((panel) => ({ ...panel })),
      runs: runs.map((run) => AssignmentRunDto.from(run)),
    };
  }
}

export class AssignmentRunMadeDto {
  id: string;
}

/** How good a plan is, against all plans that keep the rules; points and shares are no scores. */
export class PlanQualityDto {
  points: number;
  possibleGain: number;
  /** Share of its points by which a better plan could exceed it at most. */
  gap: number;
  unevenPlaces: number;
  /** Parts of the graph of entries and judges that no assignment connects. */
  parts: number;
  swaps: number;
  swapCost: number;
  rounds: number;
  pairsTried: number;
}

/** Shares from 0 to 1 of a plan's places. */
export class PlanFiguresDto {
  places: number;
  allTopics: number;
  someTopics: number;
  noTopic: number;
  /** Whose judge has a keyword that stands in the entry; 0 of plans made before keywords counted. */
  keyword: number;
  glad: number;
  reluctant: number;
  translated: number;
  parts: number;
}

export class NamedEntryDto {
  number: number;
  title: string;
}

export class NamedFindingDto {
  code: string;
  /** The first 30 of them. */
  entries: NamedEntryDto[];
  @NullableItems('string')
  judges: (string | null)[];
  kind: JudgeKind | null;
  employer: NameDto | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  numbers: Record<string, number>;
}

export class PlanChangesDto {
  kept: number;
  added: number;
  removed: number;
}

export class AssignmentPreviewDto {
  run: AssignmentRunDto;
  quality: PlanQualityDto | null;
  figures: PlanFiguresDto | null;
  /** The first 100 of them. */
  findings: NamedFindingDto[];
  findingCount: number;
  relaxations: NamedFindingDto[];
  relaxationCount: number;
  changes: PlanChangesDto;
  /** Entries of judges who may be given any: the fewest and the most. */
  leastLoad: number;
  mostLoad: number;
  judges: DeskJudgeDto[];

  static from({ run, figures, judges, findings, relaxations, ...preview }: AssignmentPreview): AssignmentPreviewDto {
    const listed = (list: typeof findings): NamedFindingDto[] =>
      list.map((one) => ({ ...one, entries: [...one.entries], judges: [...one.judges], numbers: { ...one.numbers } }));
    return {
      figures: figures === null ? null : { ...{ keyword: 0 }, ...figures },
      ...{ ...preview, run: AssignmentRunDto.from(run), judges: judges.map((judge) => DeskJudgeDto.from(judge)) },
      ...{ findings: listed(findings), relaxations: listed(relaxations) },
    };
  }
}
