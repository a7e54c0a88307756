import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import type { EditionView, StageView } from '#contest';
import type { Grant } from '#identity';
import type { Wall } from '#judging';
import { LabelDto, NameDto } from './name.dto.js';
import { closingBlockerCodes, type ClosingBlockerCode } from './stage-window.service.js';

export class MyEditionDto {
  slug: string;
  name: NameDto;
  year: number;
  isDemo: boolean;
  contest: LabelDto;
  /** The person's roles in it. */
  roles: string[];
  mayApprove: boolean;

  static from(edition: EditionView, grants: readonly Grant[]): MyEditionDto {
    const { slug, name, year, isDemo, contest } = edition;
    const own = grants.filter((grant) => grant.editionId === edition.id);
    return {
      ...{ slug, name, year, isDemo, contest },
      roles: [...new Set(own.map(({ role }) => role))],
      mayApprove: own.some(({ mayApprove }) => mayApprove),
    };
  }
}

export class MyEditionsDto {
  editions: MyEditionDto[];

  static from(editions: readonly EditionView[], grants: readonly Grant[]): MyEditionsDto {
    const mine = editions.filter((edition) => grants.some((grant) => grant.editionId === edition.id));
    return { editions: mine.map((edition) => MyEditionDto.from(edition, grants)) };
  }
}

export class StageWindowDto {
  plannedOpensAt: string;
  plannedClosesAt: string;
  /** Null: until an organiser closes. */
  deadlineAt: string | null;
  openedAt: string | null;
  closedAt: string | null;
  isOpen: boolean;
}

export class StageDto {
  id: string;
  key: string;
  name: NameDto;
  kind: string;
  position: number;
  track: LabelDto;
  previousStageId: string | null;
  window: StageWindowDto;
  entries: number;
  assignments: number;
  submitted: number;

  static from(stage: StageView, { totals, leavesOut }: Pick<Wall, 'totals' | 'leavesOut'>): StageDto {
    const { id, key, name, kind, position, track, previousStageId, window } = stage;
    const entries = leavesOut ? totals.entries : stage.entries;
    return {
      ...{ id, key, name, kind, position, track, previousStageId, entries },
      window: {
        plannedOpensAt: window.plannedOpensAt.toISOString(),
        plannedClosesAt: window.plannedClosesAt.toISOString(),
        deadlineAt: window.deadlineAt?.toISOString() ?? null,
        openedAt: window.openedAt?.toISOString() ?? null,
        closedAt: window.closedAt?.toISOString() ?? null,
        isOpen: window.isOpen,
      },
      assignments: totals.assignments,
      submitted: totals.submitted,
    };
  }
}

export class StagesDto {
  stages: StageDto[];
}

export class CloseWindowDto {
  /** Blockers that the organiser has seen and takes into account. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(closingBlockerCodes, { each: true })
  acknowledge: ClosingBlockerCode[];
}
