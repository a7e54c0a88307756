import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('login_attempts')
export class LoginAttempt {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'account_key', type: 'bytea' })
  accountKey: Buffer;

  @Column({ name: 'source_key', type: 'bytea' })
  sourceKey: Buffer;

  @Column({ name: 'succeeded', type: 'boolean' })
  succeeded: boolean;

  @Column({ name: 'attempted_at', type: 'timestamptz', default: () => 'now()' })
  attemptedAt: Date;
}
