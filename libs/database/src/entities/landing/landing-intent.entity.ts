import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('landing_intents')
export class LandingIntent {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'public_id', type: 'uuid' })
  publicId: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'way', type: 'text', nullable: true })
  way: string | null;

  @Column({ name: 'districts', type: 'text', array: true, default: [] })
  districts: string[];

  @Column({ name: 'investment_yuan', type: 'numeric', nullable: true })
  investmentYuan: string | null;

  @Column({ name: 'timetable_months', type: 'smallint', nullable: true })
  timetableMonths: number | null;

  @Column({ name: 'needs', type: 'text', array: true, default: [] })
  needs: string[];

  @Column({ name: 'local_partner', type: 'boolean', default: false })
  localPartner: boolean;

  @Column({ name: 'declared_by', type: 'uuid', nullable: true })
  declaredBy: string | null;

  @Column({ name: 'occurred_on', type: 'date', nullable: true })
  occurredOn: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;
}
