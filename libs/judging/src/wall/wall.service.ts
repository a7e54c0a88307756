import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, type BilingualText } from '#domain';
import { RulesService } from '#contest';
import { wallFiguresSql, wallStageSql } from './wall.sql.js';

export interface WallStage {
  readonly stage: { readonly id: string; readonly key: string; readonly name: BilingualText; readonly kind: string };
  readonly edition: { readonly slug: string; readonly name: BilingualText; readonly isDemo: boolean };
  readonly window: {
    readonly plannedOpensAt: string;
    readonly plannedClosesAt: string;
    readonly deadlineAt: string | null;
    readonly openedAt: string | null;
    readonly closedAt: string | null;
    readonly isOpen: boolean;
  };
  /** An entry of the stage concerns who looks: it is in no figure, and what can't be told without it isn't told. */
  readonly leavesOut: boolean;
}

/** Sheets of a part of the stage. */
interface SheetCounts {
  readonly assignments: number;
  readonly submitted: number;
  readonly drafts: number;
}

export interface WallFigures {
  readonly totals: {
    readonly entries: number;
    readonly assignments: number;
    readonly submitted: number;
    readonly drafts: number;
    /** Sheets whose judge submitted them more than once. */
    readonly revised: number;
    /** Of these and of late ones: submitted by an unlock, once judging had ended. */
    readonly unlocked: number;
    readonly judges: number;
  };
  readonly judges: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly assigned: number;
    readonly submitted: number;
    readonly drafts: number;
    readonly lastSubmittedAt: string | null;
    /** Assigned entries of which the judge has yet to declare a tie or none; 0 in a blind stage. */
    readonly declarationsOwed: number;
    /** On which the judge sits in this stage. */
    readonly panels: readonly BilingualText[];
    /** When last, ISO 8601; null where never, and to whom an entry of the stage concerns. */
    readonly remindedAt: string | null;
    readonly remindedBy: string | null;
  }[];
  readonly tracks: readonly ({ readonly name: BilingualText } & SheetCounts)[];
  /** Those that have entries; none where judges are assigned without panels. */
  readonly panels: readonly ({ readonly name: BilingualText; readonly entries: number } & SheetCounts)[];
  readonly coverage: { readonly below: number; readonly complete: number };
}

export interface Wall extends WallStage, Omit<WallFigures, 'coverage'> {
  /** The stage shows teams, and asks its judges for declarations. */
  readonly asksDeclarations: boolean;
  /** `below`: entries with fewer sheets than the panel's floor; `complete`: with every assigned sheet. */
  readonly coverage: WallFigures['coverage'] & { readonly floor: number };
}

/** How far a stage's judging is: counts alone, never a score, and nothing of an entry that concerns who looks. */
@Injectable()
export class WallService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
  ) {}

  /** @throws DomainError `not-found` */
  async read(stageId: string, viewer: string): Promise<Wall> {
    const { rules } = await this.rules.current(stageId);
    const { floor } = rules.panel;
    const asksDeclarations = !rules.blind;
    const [stages, figures] = await Promise.all([
      this.dataSource.query<WallStage[]>(wallStageSql, [stageId, viewer]),
      this.dataSource.query<{ figures: WallFigures }[]>(wallFiguresSql, [stageId, floor, viewer, asksDeclarations]),
    ]);
    const [stage, row] = [stages[0], figures[0]];
    if (stage === undefined || row === undefined) throw new DomainError('not-found', { stage: stageId });
    return { ...stage, ...row.figures, asksDeclarations, coverage: { ...row.figures.coverage, floor } };
  }
}
