import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('declared_entries')
export class DeclaredEntry {
  @PrimaryColumn({ name: 'judge_id', type: 'uuid' })
  judgeId: string;

  @PrimaryColumn({ name: 'stage_entry_id', type: 'uuid' })
  stageEntryId: string;

  @Column({ name: 'declaration_id', type: 'uuid' })
  declarationId: string;

  @Column({ name: 'has_conflict', type: 'boolean' })
  hasConflict: boolean;
}
