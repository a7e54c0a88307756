import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, sheetTotal, type BilingualText, type StageRules } from '#domain';
import type { SheetComments } from '#domain/rubric/score-sheet';
import type { SheetSignature } from '#domain/rubric/signature';
import { RulesService } from '#contest';
import type { OwnSheet, Scores } from './own-sheet.js';
import type { LateSheetState, OwnLateSheet } from './unlock/own-late-sheet.js';
import type { ReadTranslation } from '#submission';
import { AssignmentStandingService } from './assignment-standing.service.js';
import type { CalibrationRow } from './calibration/calibration.sql.js';
import { givenCalibration } from './calibration/calibration-ties.js';
import { namingEditionsSql } from './declaration/interest-statement.service.js';
import type { ConflictReason } from './conflict.service.js';
import {
  awaitedEditionsSql,
  deskAssignmentsSql,
  deskNeighboursSql,
  deskStagesSql,
  orderedRecusalsSql,
} from './judge-desk.sql.js';

export interface DeskStage {
  readonly stageId: string;
  readonly edition: { readonly slug: string; readonly name: BilingualText; readonly isDemo: boolean };
  readonly stage: { readonly key: string; readonly name: BilingualText };
  readonly window: {
    readonly plannedOpensAt: string;
    readonly plannedClosesAt: string;
    readonly deadlineAt: string | null;
    readonly closedAt: string | null;
    readonly isOpen: boolean;
  };
}

export interface DeskAssignment {
  readonly publicId: string;
  readonly position: number;
  readonly title: string;
  readonly track: { readonly name: BilingualText };
  readonly state: 'untouched' | 'draft' | 'submitted';
  /** Of the newest submitted revision, else of the draft; decimal string. */
  readonly total: string | null;
  readonly revision: number;
  /** A draft stands beside what was submitted: it counts only once it is submitted too. */
  readonly isChanged: boolean;
  /** Judging is over, and this one sheet may be submitted once more. */
  readonly isUnlocked: boolean;
  /** It opens once the judge has declared interests. */
  readonly isDeclarationOwed: boolean;
  /** Of what was handed to the office after judging, over the revision that stands; null where nothing was. */
  readonly late: LateSheetState | null;
  /** The office asks for a re-review, and the sheet can be submitted again. */
  readonly asksAgain: boolean;
}

/** That the judge was ordered to step back from an entry; until a second person confirms it, nothing is decided. */
export interface DeskOrder {
  /** In the judge's own order. */
  readonly position: number;
  readonly edition: DeskStage['edition'];
  readonly stage: DeskStage['stage'];
  /** Null while it awaits a second person and the judge reads the entry blind: it would tell whose the entry is. */
  readonly reasonCode: ConflictReason | null;
  readonly isConfirmed: boolean;
  readonly orderedAt: Date;
}

export interface DeskCalibration {
  readonly publicId: string;
  readonly position: number;
  readonly title: string;
  readonly isSubmitted: boolean;
}

export interface DeskQueue {
  /** Recusals that somebody ordered, the newest first. */
  readonly ordered: readonly DeskOrder[];
  /** Editions of whose roster the person is to be, once a second person has approved it. */
  readonly awaited: readonly DeskStage['edition'][];
  readonly stages: readonly {
    readonly stage: DeskStage;
    readonly assignments: readonly DeskAssignment[];
    /** To be scored first, in their order. */
    readonly calibration: readonly DeskCalibration[];
  }[];
  /** Editions with a blind stage to come, in which the person names ties; when that was done last, else null. */
  readonly naming: readonly { readonly edition: DeskStage['edition']; readonly namedAt: Date | null }[];
  /** By the database's clock. */
  readonly serverTime: Date;
}

/** The public text of the enterprise problem that an entry of the Open Challenge answers; its number would name it. */
export interface AnsweredProblem {
  readonly title: BilingualText;
  readonly ownerLabel: BilingualText;
}

export interface SheetDesk {
  readonly publicId: string;
  readonly position: number;
  readonly stage: DeskStage;
  readonly entry: {
    readonly title: string;
    readonly summary: string;
    readonly language: 'zh' | 'en';
    readonly translation: ReadTranslation | null;
    readonly track: { readonly name: BilingualText };
    readonly fieldGroup: { readonly name: BilingualText } | null;
    readonly problem: AnsweredProblem | null;
  };
  readonly rules: StageRules;
  readonly rulesHash: string;
  readonly draft: (OwnSheet & { readonly version: number; readonly updatedAt: Date }) | null;
  readonly submitted:
    | (OwnSheet & {
        readonly revision: number;
        readonly total: string;
        readonly receipt: string;
        readonly submittedAt: Date;
        /** Null where it was not signed on the screen, or the signature was erased. */
        readonly signature: SheetSignature | null;
      })
    | null;
  /** Until when this sheet alone stands open, judging being over; its window then says so too. */
  readonly unlockedUntil: Date | null;
  /** Handed to the office after judging, over the revision that stands. */
  readonly late: OwnLateSheet | null;
  /** The office asks for a re-review, and the sheet can be submitted again. */
  readonly asksAgain: boolean;
  readonly next: string | null;
  readonly previous: string | null;
}

interface AssignmentRow {
  readonly isDeclarationOwed: boolean;
  readonly publicId: string;
  readonly position: number;
  readonly stageId: string;
  readonly title: string;
  readonly summary: string;
  readonly language: 'zh' | 'en';
  readonly translation: ReadTranslation | null;
  readonly track: BilingualText;
  readonly fieldGroup: BilingualText | null;
  readonly problem: AnsweredProblem | null;
  readonly revision: number | null;
  readonly receipt: string | null;
  readonly submittedAt: Date | null;
  readonly scores: Scores | null;
  readonly deduction: string | null;
  readonly comments: SheetComments | null;
  readonly signature: SheetSignature | null;
  readonly unlockedUntil: Date | null;
  readonly draftVersion: number | null;
  readonly draftScores: Scores | null;
  readonly draftDeduction: string | null;
  readonly draftComments: Partial<SheetComments> | null;
  readonly draftUpdatedAt: Date | null;
  readonly late: OwnLateSheet | null;
  readonly asksAgain: boolean;
}

/** What lies on a judge's desk. Nothing here carries an entry's id or number. */
@Injectable()
export class JudgeDeskService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
    private readonly standing: AssignmentStandingService,
  ) {}

  /** The stages in which the person judges, each with the assignments in the judge's own order. */
  async queue(userId: string): Promise<DeskQueue> {
    const rows = await this.dataSource.query<AssignmentRow[]>(deskAssignmentsSql, [userId, null]);
    const stages = await this.stages(rows.map(({ stageId }) => stageId));
    const clock = await this.dataSource.query<{ now: Date }[]>('select now()');
    const calibration = await givenCalibration(this.dataSource.manager, userId, null);
    const desk = await Promise.all(
      stages.map(async (stage) => {
        const { rules } = await this.rules.current(stage.stageId);
        const own = rows.filter(({ stageId }) => stageId === stage.stageId);
        return {
          stage,
          assignments: own.map((row) => deskAssignment(rules, stage, row)),
          calibration: calibration.filter(({ stageId }) => stageId === stage.stageId).map(deskCalibration),
        };
      }),
    );
    const awaited = await this.dataSource.query<DeskStage['edition'][]>(awaitedEditionsSql, [userId]);
    const naming = await this.dataSource.query<DeskQueue['naming'][number][]>(namingEditionsSql, [userId]);
    const ordered = await this.dataSource.query<DeskOrder[]>(orderedRecusalsSql, [userId]);
    return { ordered, awaited, naming, stages: desk, serverTime: (clock[0] as { now: Date }).now };
  }

  /**
   * @throws DomainError `assignment-not-found`, `judge-not-on-roster`, `assignment-recused`, `entry-withdrawn`,
   *   `assignment-suspended`, `conflict-of-interest`, `declaration-owed`
   */
  async sheet(publicId: string, userId: string): Promise<SheetDesk> {
    const rows = await this.dataSource.query<AssignmentRow[]>(deskAssignmentsSql, [userId, publicId]);
    const row = rows[0];
    if (row === undefined) throw await this.standing.keptAway(publicId, userId);
    const [stage] = await this.stages([row.stageId]);
    // Said so that the page can lead there.
    const asked = { edition: stage?.edition.slug, stage: stage?.stage.key };
    if (row.isDeclarationOwed) throw new DomainError('declaration-owed', asked);
    const version = await this.rules.current(row.stageId);
    const neighbours = await this.dataSource.query<{ next: string | null; previous: string | null }[]>(
      deskNeighboursSql,
      [userId, row.stageId, publicId],
    );
    return {
      publicId,
      position: row.position,
      stage: opened(stage as DeskStage, row),
      entry: {
        title: row.title,
        summary: row.summary,
        language: row.language,
        translation: row.translation,
        track: { name: row.track },
        fieldGroup: row.fieldGroup === null ? null : { name: row.fieldGroup },
        problem: row.problem,
      },
      rules: version.rules,
      rulesHash: version.hash,
      draft: draftOf(row),
      submitted: submittedOf(version.rules, row),
      ...{ unlockedUntil: row.unlockedUntil, late: row.late, asksAgain: asksAgain(stage as DeskStage, row) },
      next: neighbours[0]?.next ?? null,
      previous: neighbours[0]?.previous ?? null,
    };
  }

  private async stages(stageIds: readonly string[]): Promise<DeskStage[]> {
    return this.dataSource.query<DeskStage[]>(deskStagesSql, [[...new Set(stageIds)]]);
  }
}

function deskCalibration({ publicId, position, entry, submittedAt }: CalibrationRow): DeskCalibration {
  return { publicId, position, title: entry.title, isSubmitted: submittedAt !== null };
}

function deskAssignment(rules: StageRules, stage: DeskStage, row: AssignmentRow): DeskAssignment {
  const { publicId, position, title, track, revision, draftScores } = row;
  const shown = scored(row) ?? drafted(row);
  return {
    publicId,
    position,
    title,
    track: { name: track },
    state: revision !== null ? 'submitted' : draftScores !== null ? 'draft' : 'untouched',
    total: shown === null ? null : sheetTotal(rules, shown).total,
    revision: revision ?? 0,
    isChanged: revision !== null && draftScores !== null,
    isUnlocked: row.unlockedUntil !== null,
    isDeclarationOwed: row.isDeclarationOwed,
    late: row.late?.state ?? null,
    asksAgain: asksAgain(stage, row),
  };
}

/** Nobody is asked for what can't be done: after judging the sheet has to be unlocked first. */
const asksAgain = ({ window }: DeskStage, row: AssignmentRow) =>
  row.asksAgain && (window.isOpen || row.unlockedUntil !== null);

/** The window in which this sheet may be submitted: its stage's, or that of its unlock. */
function opened(stage: DeskStage, { unlockedUntil }: AssignmentRow): DeskStage {
  if (stage.window.isOpen || unlockedUntil === null) return stage;
  return { ...stage, window: { ...stage.window, isOpen: true, deadlineAt: unlockedUntil.toISOString() } };
}

function drafted({ draftScores, draftDeduction, draftComments }: AssignmentRow): OwnSheet | null {
  return draftScores && { scores: draftScores, deduction: draftDeduction, comments: draftComments };
}

function scored({ scores, deduction, comments }: AssignmentRow): OwnSheet | null {
  return scores && { scores, deduction, comments };
}

function draftOf(row: AssignmentRow): SheetDesk['draft'] {
  const { draftVersion, draftUpdatedAt } = row;
  const sheet = drafted(row);
  if (draftVersion === null || sheet === null || draftUpdatedAt === null) return null;
  return { version: draftVersion, ...sheet, updatedAt: draftUpdatedAt };
}

function submittedOf(rules: StageRules, row: AssignmentRow): SheetDesk['submitted'] {
  const { revision, receipt, submittedAt, signature } = row;
  const sheet = scored(row);
  if (revision === null || sheet === null || receipt === null || submittedAt === null) return null;
  return { revision, ...sheet, total: sheetTotal(rules, sheet).total, receipt, submittedAt, signature };
}
