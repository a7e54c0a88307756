import type { OrganisationLanguage, OrganisationNameKind } from '#domain';

/** A name in both languages; the other one's where there is none in one. */
export interface OrganisationLabel {
  readonly zh: string;
  readonly en: string;
}

/** An organisation that another row names. */
export interface NamedOrganisation {
  readonly id: string;
  readonly name: OrganisationLabel;
}

/** How an organisation stands in the register. */
export interface OrganisationFacts {
  /** Canonical; null where there is none in that language, never both. */
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  /** 统一社会信用代码, 18 characters. */
  readonly code: string | null;
  /** ISO 3166-1 alpha-2 of the platform's own table. */
  readonly countryCode: string | null;
  /** What it is a branch of. */
  readonly parentId: string | null;
}

export interface OrganisationNameRow {
  readonly id: string;
  readonly kind: OrganisationNameKind;
  readonly language: OrganisationLanguage;
  readonly text: string;
}

export interface NewOrganisationName {
  readonly kind: Exclude<OrganisationNameKind, 'canonical'>;
  readonly language: OrganisationLanguage;
  readonly text: string;
  /** Whether it may be a name that another organisation has too; then neither is recognised by it. */
  readonly isShared: boolean;
}

/** Of the organisation `l` of `organisation_labels`. */
export const labelJson = `json_build_object('zh', l.name_zh, 'en', l.name_en)`;
