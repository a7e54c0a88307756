import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DueDiligenceState, EligibilityItem } from '#domain';
import { otherApprovers } from '#identity';
import { DueDiligenceSettingService } from './due-diligence-setting.service.js';
import type { DueDiligenceFindings } from './due-diligence.service.js';

interface Name {
  readonly zh: string;
  readonly en: string;
}

export interface DueDiligenceCase extends DueDiligenceFindings {
  readonly id: string;
  readonly entry: { readonly publicId: string; readonly number: number; readonly title: string };
  readonly stage: Name;
  readonly state: DueDiligenceState;
  readonly version: number;
  readonly openedAt: Date;
  /** The list as it was worded when it was decided by it. */
  readonly checklist: readonly (EligibilityItem & { readonly isMet: boolean })[] | null;
  /** That the team refuses, as proposed by one person: stands until a second one approves it, and afterwards. */
  readonly refusal: {
    /** Null for an account that is gone. */
    readonly proposedBy: string | null;
    readonly proposedAt: Date;
    readonly isOwn: boolean;
  } | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

export interface DueDiligence {
  readonly version: number;
  readonly checklist: readonly EligibilityItem[];
  /** How many others than the reader may approve a refusal in this edition. */
  readonly otherApprovers: number;
  /** Stages with entries, the last ones first; how many of them have no case yet. */
  readonly stages: readonly {
    readonly id: string;
    readonly name: Name;
    readonly track: Name;
    readonly without: number;
  }[];
  /** By stage and entry number. */
  readonly cases: readonly DueDiligenceCase[];
}

const name = (table: string) => `json_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en)`;

/** The due diligence of an edition as the office reads it; nothing of an entry that concerns the reader. */
@Injectable()
export class DueDiligenceQueryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: DueDiligenceSettingService,
  ) {}

  /** @throws DomainError `not-found` */
  async read(slug: string, readerId: string): Promise<DueDiligence> {
    const { editionId, version, checklist } = await this.settings.read(slug);
    const stages = await this.dataSource.query<DueDiligence['stages']>(
      `select s.id, ${name('s')} as name, ${name('t')} as track, (select count(*)::int from stage_entries x
         join entries e on e.id = x.entry_id where x.stage_id = s.id and e.state = 'submitted'
         and coalesce(x.outcome, '') not in ('retired', 'forfeit') and e.id not in (select conflicted_entries($2))
         and not exists (select from due_diligence_cases c where c.stage_id = s.id and c.entry_id = x.entry_id)) as without
       from stages s join tracks t on t.id = s.track_id
       where s.edition_id = $1 and exists (select from stage_entries x where x.stage_id = s.id)
       order by s.position desc, s.id`,
      [editionId, readerId],
    );
    const cases = await this.dataSource.query<CaseRow[]>(
      `select c.id, json_build_object('publicId', e.public_id, 'number', e.number, 'title', e.title) as entry,
         ${name('s')} as stage, c.version,
         case when c.state = 'open' and r.id is not null then 'refusal-proposed' else c.state end as state,
         r.proposed_at as "proposedAt", p.display_name as "proposedBy", coalesce(r.proposed_by = $2, false) as "isOwn", c.met, c.documents, c.note, c.checklist, c.opened_at as "openedAt",
         u.display_name as "decidedBy", c.decided_at as "decidedAt"
       from due_diligence_cases c join entries e on e.id = c.entry_id join stages s on s.id = c.stage_id
       left join users u on u.id = c.decided_by
       left join due_diligence_refusals r on r.case_id = c.id and r.outcome is distinct from 'taken-back'
       left join users p on p.id = r.proposed_by
       where c.edition_id = $1 and c.entry_id not in (select conflicted_entries($2)) order by s.position desc, s.id, e.number`,
      [editionId, readerId],
    );
    const others = await otherApprovers(this.dataSource.manager, editionId, 'due-diligence.approve', readerId);
    return { version, checklist, otherApprovers: others, stages, cases: cases.map(withRefusal) };
  }
}

type CaseRow = Omit<DueDiligenceCase, 'refusal'> & {
  readonly proposedBy: string | null;
  readonly proposedAt: Date | null;
  readonly isOwn: boolean;
};

function withRefusal({ proposedBy, proposedAt, isOwn, ...one }: CaseRow): DueDiligenceCase {
  return { ...one, refusal: proposedAt && { proposedBy, proposedAt, isOwn } };
}
