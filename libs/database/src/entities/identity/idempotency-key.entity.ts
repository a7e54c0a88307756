import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('idempotency_keys')
export class IdempotencyKey {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @PrimaryColumn({ name: 'route', type: 'text' })
  route: string;

  @PrimaryColumn({ name: 'key', type: 'text' })
  key: string;

  @Column({ name: 'body_hash', type: 'bytea' })
  bodyHash: Buffer;

  @Column({ name: 'status', type: 'smallint', nullable: true })
  status: number | null;

  @Column({ name: 'result_id', type: 'uuid', nullable: true })
  resultId: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
