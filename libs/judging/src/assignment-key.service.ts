import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { RulesService, type RulesVersion } from '#contest';

/** What an assignment's public id stands for. None of it ever changes, so it may be kept. */
export interface AssignmentKey {
  readonly id: string;
  readonly publicId: string;
  readonly stageId: string;
  readonly judgeId: string;
}

const keptKeys = 50_000;

/** Remembers what cannot change, so that a submission needs one round trip; the database checks it all the same. */
@Injectable()
export class AssignmentKeyService {
  private readonly byPublicId = new Map<string, AssignmentKey>();
  /** Ids of assignments of open stages for which none is owed; no declaration is taken back. */
  private readonly declared = new Set<string>();
  private readonly rulesByStage = new Map<string, RulesVersion>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
  ) {}

  /** @throws DomainError `assignment-not-found` */
  async find(publicId: string): Promise<AssignmentKey> {
    const kept = this.byPublicId.get(publicId);
    if (kept !== undefined) return kept;
    const rows = await this.dataSource.query<AssignmentKey[]>(
      `select id, public_id as "publicId", stage_id as "stageId", judge_id as "judgeId" from assignments where public_id = $1`,
      [publicId],
    );
    const found = rows[0];
    if (found === undefined) throw new DomainError('assignment-not-found');
    if (this.byPublicId.size >= keptKeys) this.byPublicId.clear();
    this.byPublicId.set(publicId, found);
    return found;
  }

  /**
   * Whether the judge has to declare interests first. That a blind stage asks for none is not kept: it may be opened.
   *
   * @param rules of the assignment's stage, in force
   */
  async isDeclarationOwed({ id }: AssignmentKey, { rules }: RulesVersion): Promise<boolean> {
    if (rules.blind || this.declared.has(id)) return false;
    const rows = await this.dataSource.query<object[]>(
      'select from assignments where id = $1 and declaration_is_owed(judge_id, stage_entry_id)',
      [id],
    );
    if (rows.length > 0) return true;
    if (this.declared.size >= keptKeys) this.declared.clear();
    this.declared.add(id);
    return false;
  }

  /**
   * The stage's rules as last seen; asked anew when the reader has seen others (`seenHash`).
   *
   * @throws DomainError `not-found` where the stage has no rules.
   */
  async rulesOf(stageId: string, seenHash: string): Promise<RulesVersion> {
    const kept = this.rulesByStage.get(stageId);
    if (kept?.hash === seenHash) return kept;
    const current = await this.rules.current(stageId);
    this.rulesByStage.set(stageId, current);
    return current;
  }

  /** The database said that the rules kept here are no longer in force. */
  forgetRules(stageId: string): void {
    this.rulesByStage.delete(stageId);
  }
}
