import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('stage_entries')
export class StageEntry {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'came_by', type: 'text' })
  cameBy: string;

  @Column({ name: 'panel_id', type: 'uuid', nullable: true })
  panelId: string | null;

  @Column({ name: 'appearance_order', type: 'smallint', nullable: true })
  appearanceOrder: number | null;

  @Column({ name: 'outcome', type: 'text', nullable: true })
  outcome: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
