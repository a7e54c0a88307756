import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('landing_confirmations')
export class LandingConfirmation {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'outcome', type: 'text' })
  outcome: string;

  @Column({ name: 'investment_yuan', type: 'numeric' })
  investmentYuan: string;

  @Column({ name: 'confirmed_by', type: 'uuid' })
  confirmedBy: string;

  @Column({ name: 'occurred_on', type: 'date' })
  occurredOn: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
