import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reminder_settings')
export class ReminderSetting {
  @PrimaryColumn({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'version', type: 'integer' })
  version: number;

  @Column({ name: 'hours', type: 'integer', array: true })
  hours: number[];

  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
