import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('due_diligence_cases')
export class DueDiligenceCase {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'state', type: 'text', default: 'open' })
  state: string;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version: number;

  @Column({ name: 'met', type: 'jsonb', default: [] })
  met: unknown;

  @Column({ name: 'documents', type: 'jsonb', default: [] })
  documents: unknown;

  @Column({ name: 'note', type: 'text', default: '' })
  note: string;

  @Column({ name: 'checklist', type: 'jsonb', nullable: true })
  checklist: unknown;

  @Column({ name: 'opened_by', type: 'uuid' })
  openedBy: string;

  @Column({ name: 'opened_at', type: 'timestamptz', default: () => 'now()' })
  openedAt: Date;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  decidedBy: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt: Date | null;
}
