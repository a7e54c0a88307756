import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type BilingualText, DomainError, fieldProblem } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';

export const judgeWishes = ['gladly', 'rather-not'] as const;
export type JudgeWish = (typeof judgeWishes)[number];

export interface FieldGroupWish {
  readonly fieldGroupId: string;
  readonly wish: JudgeWish;
}

/** An edition of which somebody is a judge, with what the judge has said of its field groups. */
export interface WishingEdition {
  readonly slug: string;
  readonly name: BilingualText;
  readonly isDemo: boolean;
  /** In the edition's order; null: nothing is said. */
  readonly fieldGroups: readonly {
    readonly id: string;
    readonly name: BilingualText;
    readonly wish: JudgeWish | null;
  }[];
}

/** On the roster, as long as a stage is still to be judged. */
const wishingSql = `
  select d.slug, d.is_demo as "isDemo", json_build_object('zh', d.name_zh, 'en', d.name_en) as name,
         array(select json_build_object('id', g.id, 'wish', w.wish,
             'name', json_build_object('zh', g.name_zh, 'en', g.name_en))
           from field_groups g left join judge_wishes w on w.field_group_id = g.id and w.judge_id = j.id
          where g.edition_id = d.id order by g.position, g.key) as "fieldGroups"
    from judges j join editions d on d.id = j.edition_id
   where j.user_id = $1 and j.is_active and exists (select from field_groups g where g.edition_id = d.id)
     and exists (select from stages s left join windows w on w.stage_id = s.id and w.kind = 'judging'
       where s.edition_id = d.id and w.closed_at is null and coalesce(w.deadline_at > clock_timestamp(), true))
   order by d.id desc`;

/** What judges say of field groups before they are given entries: of a group, so that no entry is told by it. */
@Injectable()
export class JudgeWishService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  read(userId: string): Promise<WishingEdition[]> {
    return this.dataSource.query<WishingEdition[]>(wishingSql, [userId]);
  }

  /**
   * Takes the place of everything the judge has said of the edition; plans made from then on weigh it.
   *
   * @throws DomainError `not-found`; `request-invalid` naming `wishes`
   */
  async tell(request: IdempotentRequest, slug: string, wishes: readonly FieldGroupWish[]): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const [judge] = await manager.query<{ id: string; editionId: string }[]>(
          `select j.id, j.edition_id as "editionId" from judges j join editions d on d.id = j.edition_id
            where j.user_id = $1 and d.slug = $2 and j.is_active for no key update of j`,
          [request.userId, slug],
        );
        if (!judge) throw new DomainError('not-found', { edition: slug });
        const ids = wishes.map(({ fieldGroupId }) => fieldGroupId);
        const known = await manager.query<unknown[]>(
          'select from field_groups where edition_id = $1 and id = any ($2)',
          [judge.editionId, ids],
        );
        if (known.length < ids.length) {
          throw new DomainError('request-invalid', { problems: [fieldProblem('wishes', 'option-unknown')] });
        }
        await manager.query('delete from judge_wishes where judge_id = $1', [judge.id]);
        await manager.query(
          `insert into judge_wishes (judge_id, field_group_id, edition_id, wish)
           select $1, id, $2, wish from unnest($3::uuid[], $4::text[]) as g (id, wish)`,
          [judge.id, judge.editionId, ids, wishes.map(({ wish }) => wish)],
        );
        await this.ledger.record(manager, {
          kind: 'judge-wishes-told',
          subject: { edition: judge.editionId, judge: judge.id },
          body: {
            actor: request.userId,
            gladly: wishes.filter(({ wish }) => wish === 'gladly').map(({ fieldGroupId }) => fieldGroupId),
            ratherNot: wishes.filter(({ wish }) => wish === 'rather-not').map(({ fieldGroupId }) => fieldGroupId),
          },
        });
        return { status: 204, resultId: null };
      }),
    );
  }
}
