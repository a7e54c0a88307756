import type { DataSource } from 'typeorm';

/** A list version as the organiser sees it on the way from frozen to published. */
export interface EditionListVersion {
  publicId: string;
  number: number;
  hash: string;
  items: number;
  vacant: number;
  reasonCode: string | null;
  frozenAt: Date;
  requestedAt: Date | null;
  /** True when the reader asked for publication and so cannot be the second person. */
  requestedByMe: boolean;
  publishedAt: Date | null;
}

/** All versions of an edition's list, newest first. */
export async function editionLists(
  dataSource: DataSource,
  editionId: string,
  userId: string,
): Promise<EditionListVersion[]> {
  return dataSource.query<EditionListVersion[]>(
    `select v.public_id as "publicId", v.number, encode(v.hash, 'hex') as hash, v.reason_code as "reasonCode",
            count(i.entry_id)::int as items, (count(i.position) - count(i.entry_id))::int as vacant,
            v.frozen_at as "frozenAt", q.requested_at as "requestedAt",
            coalesce(q.requested_by = $2, false) as "requestedByMe", p.published_at as "publishedAt"
       from award_list_versions v
       left join award_list_items i on i.version_id = v.id
       left join publication_requests q on q.version_id = v.id
       left join publications p on p.version_id = v.id
      where v.edition_id = $1
      group by v.id, q.version_id, p.version_id
      order by v.number desc`,
    [editionId, userId],
  );
}
