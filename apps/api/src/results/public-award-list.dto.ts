import type { PublishedItem, PublishedList, PublishedListSummary } from '#results';
import { countryOrRegion } from '#submission';
import { LabelDto } from '../contest/name.dto.js';
import { CountryDto } from '../submission/country.dto.js';

export class TextDto {
  zh: string;
  en: string;
}

export class EditionRefDto {
  slug: string;
  name: TextDto;
  /** True: everything in it is invented (虚构). */
  isDemo: boolean;
}

export class PublicAwardListSummaryDto {
  publicId: string;
  contest: LabelDto;
  edition: EditionRefDto;
  number: number;
  /** SHA-256 of the list's canonical JSON, 64 hex digits. */
  hash: string;
  /** Entries on the list. */
  items: number;
  frozenAt: Date;
  publishedAt: Date;
  /** The day the list was announced where that lies before its recording, YYYY-MM-DD. */
  occurredOn: string | null;
  /** A newer published version; this one stays reachable. */
  supersededBy: string | null;
  /** That version's number. */
  supersededByNumber: number | null;

  static from(this: void, list: PublishedListSummary): PublicAwardListSummaryDto {
    const { publicId, contest, edition, number, hash, items, frozenAt, publishedAt, occurredOn } = list;
    const { supersededBy, supersededByNumber } = list;
    return {
      ...{ publicId, contest, edition, number, hash, items, frozenAt, publishedAt, occurredOn },
      ...{ supersededBy, supersededByNumber },
    };
  }
}

export class PublicAwardListsDto {
  lists: PublicAwardListSummaryDto[];
}

export class TrackNameDto {
  name: TextDto;
}

export class AwardItemDto {
  position: number;
  entryNumber: number | null;
  title: string | null;
  country: CountryDto | null;
  /** The team lead as typed; null once erased, and while the lead does not agree to its publication. */
  lead: string | null;
  /** With the title it gives the commitment in the list's canonical JSON: SHA-256 of the salt's bytes and the text. */
  titleSalt: string | null;
  /** The same for the lead; null with the name. */
  leadSalt: string | null;
  nominatingBody: string | null;
  track: TrackNameDto | null;
  fieldGroup: TextDto | null;
  rank: number | null;
  /** Decimal string. */
  score: string | null;
  /** True for a place that is not given (空缺). */
  vacant: boolean;

  static from(this: void, item: PublishedItem): AwardItemDto {
    const country = item.countryCode === null ? undefined : countryOrRegion(item.countryCode);
    return {
      position: item.position,
      entryNumber: item.entryNumber,
      title: item.title,
      country: country === undefined ? null : { code: country.code, name: { ...country.name } },
      lead: item.lead,
      titleSalt: item.titleSalt,
      leadSalt: item.lead === null ? null : item.leadSalt,
      nominatingBody: item.nominatingBody,
      track: item.trackName === null ? null : { name: item.trackName },
      fieldGroup: item.fieldGroupName,
      rank: item.rank,
      score: item.score,
      vacant: item.entryNumber === null,
    };
  }
}

export class AwardTierDto {
  key: string;
  name: TextDto;
  /** Places of the tier. */
  quota: number;
  items: AwardItemDto[];
}

export class AwardSectionDto {
  stage: LabelDto;
  tiers: AwardTierDto[];
}

export class PublishedRunDto {
  stage: LabelDto;
  fence: number;
  rulesHash: string;
  inputsHash: string;
  outputsHash: string;
}

export class PublicAwardListDto extends PublicAwardListSummaryDto {
  /** Why this version was made, for one that corrects another. */
  reasonCode: string | null;
  /** The canonical JSON (RFC 8785) whose SHA-256 is `hash`: what an outsider hashes. */
  canonical: string;
  /** A list is published by two persons, always. */
  twoPersons: boolean;
  runs: PublishedRunDto[];
  sections: AwardSectionDto[];

  static of(list: PublishedList): PublicAwardListDto {
    return {
      ...PublicAwardListSummaryDto.from(list),
      reasonCode: list.reasonCode,
      canonical: list.canonical,
      twoPersons: true,
      runs: list.runs.map(({ stageKey, stageName, ...run }) => ({ ...run, stage: { key: stageKey, name: stageName } })),
      sections: sectionsOf(list.rows),
    };
  }
}

function sectionsOf(rows: readonly PublishedItem[]): AwardSectionDto[] {
  const sections: AwardSectionDto[] = [];
  for (const row of rows) {
    let section = sections.find((known) => known.stage.key === row.stageKey);
    if (section === undefined) {
      sections.push((section = { stage: { key: row.stageKey, name: row.stageName }, tiers: [] }));
    }
    let tier = section.tiers.find((known) => known.key === row.tierKey);
    if (tier === undefined) {
      section.tiers.push((tier = { key: row.tierKey, name: row.tierName, quota: row.quota, items: [] }));
    }
    tier.items.push(AwardItemDto.from(row));
  }
  return sections;
}
