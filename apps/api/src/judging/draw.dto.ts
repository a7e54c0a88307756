import type { JudgeKind } from '#domain';
import type { DrawExclusion, DrawKind } from '#domain/draw/draw-document';
import type { DrawDesk, DrawMinute, DrawSummary, JudgeAbsence, MinuteLine, PoolMember } from '#judging';
import { LabelDto, NameDto } from '../contest/name.dto.js';
import { DeskEditionDto } from './assignment.dto.js';

export class DrawStageDto {
  id: string;
  name: NameDto;
  edition: DeskEditionDto;
  /** Its judging is over: nothing is drawn any more. */
  isClosed: boolean;

  static from({ id, name, edition, isClosed }: DrawDesk['stage']): DrawStageDto {
    return { id, name, edition, isClosed };
  }
}

export class DrawPanelDto extends LabelDto {
  id: string;
}

export class DrawGroupDto {
  id: string;
  name: NameDto;
}

export class DrawDto {
  id: string;
  /** Of the stage's draws, from 1. */
  number: number;
  kind: DrawKind;
  way: 'seed' | 'hand';
  state: 'committed' | 'drawn' | 'confirmed' | 'taken-back';
  panel: LabelDto | null;
  /** Of pool and rules: SHA-256 of canonical JSON, 64 hex digits. */
  hash: string;
  seedSource: string | null;
  seedKnownFrom: string | null;
  /** By the database's clock. */
  isSeedKnown: boolean | null;
  seed: string | null;
  drawnAt: string | null;
  place: string | null;
  drawer: string | null;
  supervisor: string | null;
  /** Why it was drawn anew. */
  reason: string | null;
  /** Number of the draw in whose stead it stands. */
  replaces: number | null;
  /** A later draw of the same scope counts since. */
  replacedAt: string | null;
  /** Null where the account is gone, as the other names. */
  recordedBy: string | null;
  recordedAt: string;
  seededBy: string | null;
  endedBy: string | null;
  endedAt: string | null;
  endReason: string | null;
  /** The reader recorded or seeded it, and so doesn't confirm it. */
  isOwn: boolean;
  /** How many videos and scans there are. */
  files: number;

  static from({ seedKnownFrom, drawnAt, replacedAt, recordedAt, endedAt, ...draw }: DrawSummary): DrawDto {
    return {
      ...draw,
      seedKnownFrom: seedKnownFrom?.toISOString() ?? null,
      drawnAt: drawnAt?.toISOString() ?? null,
      replacedAt: replacedAt?.toISOString() ?? null,
      recordedAt: recordedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    };
  }
}

export class DrawDeskDto {
  stage: DrawStageDto;
  panels: DrawPanelDto[];
  fieldGroups: DrawGroupDto[];
  /** The newest first. */
  draws: DrawDto[];
  /** Judging has begun: nothing is drawn for the stage any more. */
  isBegun: boolean;
  /** How many others than the reader may confirm. */
  otherApprovers: number;

  static from({ stage, panels, fieldGroups, draws, isBegun, otherApprovers }: DrawDesk): DrawDeskDto {
    return {
      ...{ stage: DrawStageDto.from(stage), panels: [...panels], fieldGroups: [...fieldGroups], isBegun },
      ...{ draws: draws.map((draw) => DrawDto.from(draw)), otherApprovers },
    };
  }
}

export class PooledDto {
  /** Of a judge; of an entry its number. */
  id: string;
  /** Of a judge, null where the account is gone; of an entry its title. */
  name: string | null;
  kind: JudgeKind | null;
  fieldGroup: NameDto | null;
  employer: string | null;
  /** Why it is passed over. */
  excluded: DrawExclusion | null;
}

export class DrawPoolDto {
  /** Judges by name, entries by number. */
  members: PooledDto[];

  static from(members: readonly PoolMember[]): DrawPoolDto {
    return {
      members: members.map(({ id, name, kind, fieldGroup, employerName, excluded }) => ({
        ...{ id, name, kind, fieldGroup, employer: employerName, excluded },
      })),
    };
  }
}

export class MinuteLineDto {
  /** In the order of the tickets; of a draw by hand in that of the places. */
  position: number;
  /** Id of the judge, or number of the entry: what the ticket is made of. */
  member: string;
  /** 64 hex digits; null where it was drawn by hand. */
  ticket: string | null;
  outcome: 'seat' | 'reserve' | 'excluded' | 'employer-full' | 'kind-seats-only' | 'not-needed' | 'panel' | 'place';
  panel: LabelDto | null;
  place: number | null;
  judgeId: string | null;
  name: string | null;
  kind: JudgeKind | null;
  employer: string | null;
  /** A reserve who was called since. */
  isCalled: boolean;
  /** In whose stead a reserve was called. */
  hasLeft: boolean;
  /** Why a judge cannot judge by now. */
  absence: JudgeAbsence | null;

  static from({ employerName, ...line }: MinuteLine): MinuteLineDto {
    return { ...line, employer: employerName };
  }
}

export class PassedReserveDto {
  /** Id of the judge. */
  judge: string;
  absence: string;
}

export class DrawCallDto {
  left: string | null;
  called: string | null;
  absence: string;
  /** Reserves before, who could not be called. */
  passed: PassedReserveDto[];
  calledBy: string | null;
  calledAt: string;
}

export class DrawFileDto {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  /** 64 hex digits. */
  sha256: string;
  uploadedAt: string;
}

export class FixedMemberDto {
  id: string;
  name: string | null;
  excluded: DrawExclusion | null;
}

export class DrawMinuteDto {
  stage: DrawStageDto;
  draw: DrawDto;
  /** What the hash is of: canonical JSON (RFC 8785) of pool and rules, without names. */
  canonical: string;
  /** As it was fixed, in the order of the document. */
  pool: FixedMemberDto[];
  /** None before it is drawn. */
  lines: MinuteLineDto[];
  calls: DrawCallDto[];
  files: DrawFileDto[];
  /** How many others than the reader may confirm. */
  otherApprovers: number;

  static from({ stage, draw, canonical, pool, lines, calls, files, otherApprovers }: DrawMinute): DrawMinuteDto {
    return {
      ...{ stage: DrawStageDto.from(stage), draw: DrawDto.from(draw), canonical, otherApprovers },
      ...{ pool: [...pool], lines: lines.map((line) => MinuteLineDto.from(line)) },
      calls: calls.map(({ calledAt, passed, ...call }) => ({
        ...{ ...call, passed: [...passed], calledAt: calledAt.toISOString() },
      })),
      files: files.map(({ uploadedAt, ...file }) => ({ ...file, uploadedAt: uploadedAt.toISOString() })),
    };
  }
}

export class DrawMadeDto {
  id: string;
}

export class SubstituteCalledDto {
  /** Id of the judge who was called. */
  judge: string;
}
