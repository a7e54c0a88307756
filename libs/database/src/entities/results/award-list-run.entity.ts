import { Entity, PrimaryColumn } from 'typeorm';

@Entity('award_list_runs')
export class AwardListRun {
  @PrimaryColumn({ name: 'version_id', type: 'uuid' })
  versionId: string;

  @PrimaryColumn({ name: 'run_id', type: 'uuid' })
  runId: string;
}
