import { allCountriesAndRegions } from '#submission';
import type { EditionView } from '#contest';
import { LabelDto, NameDto } from '../contest/name.dto.js';

export class PublicTrackDto extends LabelDto {
  parentKey: string | null;
  requiresProblem: boolean;
}

export class PublicWindowDto {
  plannedOpensAt: string;
  plannedClosesAt: string;
  /** Null: until an organiser closes. */
  deadlineAt: string | null;
  isOpen: boolean;
  /** For how many hours after the deadline drafts are still taken, marked as late; 0: none. */
  lateHours: number;
  /** Whether they are taken so now. */
  takesLate: boolean;
}

export class PublicEditionDto {
  slug: string;
  name: NameDto;
  year: number;
  isDemo: boolean;
  entryWindow: PublicWindowDto;
  /** Parents before children. */
  tracks: PublicTrackDto[];
  fieldGroups: LabelDto[];
  divisions: LabelDto[];

  static from(edition: EditionView): PublicEditionDto {
    const { slug, name, year, isDemo, tracks, fieldGroups, divisions, entryWindow } = edition;
    return {
      ...{ slug, name, year, isDemo },
      entryWindow: {
        plannedOpensAt: entryWindow.plannedOpensAt.toISOString(),
        plannedClosesAt: entryWindow.plannedClosesAt.toISOString(),
        deadlineAt: entryWindow.deadlineAt?.toISOString() ?? null,
        isOpen: entryWindow.isOpen,
        lateHours: entryWindow.lateHours,
        takesLate: entryWindow.takesLate,
      },
      tracks: tracks.map((track) => ({ ...track })),
      fieldGroups: fieldGroups.map((label) => ({ ...label })),
      divisions: divisions.map((label) => ({ ...label })),
    };
  }
}

export class PublicContestDto {
  key: string;
  name: NameDto;
  /** Newest year first. */
  editions: PublicEditionDto[];
}

export class PublicContestsDto {
  contests: PublicContestDto[];

  static from(editions: readonly EditionView[]): PublicContestsDto {
    const contests = new Map<string, PublicContestDto>();
    for (const edition of editions) {
      const { key, name } = edition.contest;
      const contest: PublicContestDto = contests.get(key) ?? { key, name, editions: [] };
      contest.editions.push(PublicEditionDto.from(edition));
      contests.set(key, contest);
    }
    return { contests: [...contests.values()] };
  }
}

export class CountryOrRegionDto {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: NameDto;
}

export class CountriesAndRegionsDto {
  countries: CountryOrRegionDto[];

  static all(): CountriesAndRegionsDto {
    return { countries: allCountriesAndRegions().map(({ code, name }) => ({ code, name: { ...name } })) };
  }
}
