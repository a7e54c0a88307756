import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('draws')
export class Draw {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'panel_id', type: 'uuid', nullable: true })
  panelId: string | null;

  @Column({ name: 'way', type: 'text' })
  way: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'document', type: 'jsonb' })
  document: unknown;

  @Column({ name: 'document_hash', type: 'bytea' })
  documentHash: Buffer;

  @Column({ name: 'seed_source', type: 'text', nullable: true })
  seedSource: string | null;

  @Column({ name: 'seed_known_from', type: 'timestamptz', nullable: true })
  seedKnownFrom: Date | null;

  @Column({ name: 'seed', type: 'text', nullable: true })
  seed: string | null;

  @Column({ name: 'drawn_at', type: 'timestamptz', nullable: true })
  drawnAt: Date | null;

  @Column({ name: 'place', type: 'text', nullable: true })
  place: string | null;

  @Column({ name: 'drawer', type: 'text', nullable: true })
  drawer: string | null;

  @Column({ name: 'supervisor', type: 'text', nullable: true })
  supervisor: string | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'replaces_id', type: 'uuid', nullable: true })
  replacesId: string | null;

  @Column({ name: 'replaced_at', type: 'timestamptz', nullable: true })
  replacedAt: Date | null;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  recordedAt: Date;

  @Column({ name: 'seeded_by', type: 'uuid', nullable: true })
  seededBy: string | null;

  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  endedBy: string | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason: string | null;
}
