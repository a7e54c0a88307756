import type { EntityManager } from 'typeorm';
import type { BilingualText } from '#domain';
import { permission } from '#identity';
import type { NewMessage } from '#mail';

interface Approver {
  readonly userId: string;
  readonly slug: string;
  readonly edition: BilingualText;
}

/** What a new order tells whoever may be its second person: nobody whom it, or its entry, concerns. */
export async function orderLetters(
  manager: EntityManager,
  order: { readonly id: string; readonly editionId: string; readonly entryId: string; readonly orderedBy: string },
): Promise<NewMessage[]> {
  const { id, editionId, entryId, orderedBy } = order;
  const approvers = await manager.query<Approver[]>(
    `select distinct u.id as "userId", d.slug, jsonb_build_object('zh', d.name_zh, 'en', d.name_en) as edition
       from role_grants g join users u on u.id = g.user_id and u.disabled_at is null
       join editions d on d.id = g.edition_id
      where g.edition_id = $1 and g.role = any ($2) and g.may_approve and g.revoked_at is null
        and g.user_id <> $3 and not viewer_is_conflicted(g.user_id, $4)
      order by u.id`,
    [editionId, permission('recusal.confirm').roles, orderedBy, entryId],
  );
  return approvers.map(({ userId, slug, edition }) => ({
    ...{ template: 'recusal-order-awaited', parameters: { edition }, to: { userId }, editionId },
    // The entry is not named; of whom it concerns, the office's outbox keeps the message.
    ...{ entryId, link: `/organiser/editions/${slug}/recusal-orders`, eventKey: `recusal-order:${id}:${userId}` },
  }));
}
