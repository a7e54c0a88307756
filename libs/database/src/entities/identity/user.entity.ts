import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('users')
export class User {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'email', type: 'text' })
  email: string;

  @Column({ name: 'display_name', type: 'text' })
  displayName: string;

  @Column({ name: 'locale', type: 'text', default: 'zh' })
  locale: string;

  /** Percent: 100, 125 or 150. */
  @Column({ name: 'text_size', type: 'smallint', default: 100 })
  textSize: number;

  /** Whether single keys are shortcuts. */
  @Column({ name: 'single_keys', type: 'boolean', default: true })
  singleKeys: boolean;

  /** Percent of the width, 25 to 70; null: as the page places it. */
  @Column({ name: 'entry_share', type: 'smallint', nullable: true })
  entryShare: number | null;

  @Column({ name: 'is_demo', type: 'boolean', default: false })
  isDemo: boolean;

  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true })
  disabledAt: Date | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
