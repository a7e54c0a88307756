import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('interest_statements')
export class InterestStatement {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'judge_id', type: 'uuid' })
  judgeId: string;

  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
