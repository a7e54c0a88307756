import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('transformations')
export class Transformation {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'progress', type: 'text' })
  progress: string;

  @Column({ name: 'confirmed_by', type: 'uuid' })
  confirmedBy: string;

  @Column({ name: 'occurred_on', type: 'date' })
  occurredOn: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
