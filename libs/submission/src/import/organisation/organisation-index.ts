import { organisationKey } from '#domain';
import { holdersOfNames, labelOf, type StandingOrganisation } from './standing-organisations.js';

/** An organisation that a row may mean: of the register, or made by an earlier row of the file. */
export interface KnownOrganisation extends Pick<
  StandingOrganisation,
  'id' | 'externalKey' | 'code' | 'survivorId' | 'names'
> {
  /** Of the file's row that makes it; null in the register. */
  readonly row: number | null;
}

/** The register with what the file adds to it so far: finds organisations by key, code and name. */
export class OrganisationIndex {
  private readonly byId = new Map<string, KnownOrganisation>();
  private readonly byExternalKey = new Map<string, string>();
  private readonly byCode = new Map<string, string>();
  /** Ids of the organisations whose own name it is. */
  private readonly byName = new Map<string, Set<string>>();
  /** Ids of what they stand for. */
  private readonly holders: Map<string, Set<string>>;

  constructor(standing: readonly StandingOrganisation[]) {
    this.holders = holdersOfNames(standing);
    for (const organisation of standing) this.add({ ...organisation, row: null });
  }

  /** Adds an organisation, or what a row makes of one that is here. */
  add(organisation: KnownOrganisation): void {
    this.byId.set(organisation.id, organisation);
    if (organisation.externalKey !== null) this.byExternalKey.set(organisation.externalKey, organisation.id);
    if (organisation.code !== null) this.byCode.set(organisation.code, organisation.id);
    for (const { key } of organisation.names) {
      this.byName.set(key, (this.byName.get(key) ?? new Set()).add(organisation.id));
      this.holders.set(key, (this.holders.get(key) ?? new Set()).add(organisation.survivorId));
    }
  }

  withKey(externalKey: string | null): KnownOrganisation | undefined {
    return this.one(externalKey === null ? undefined : this.byExternalKey.get(externalKey));
  }

  withCode(code: string | null): KnownOrganisation | undefined {
    return this.one(code === null ? undefined : this.byCode.get(code));
  }

  /** Those with one of the names that a code or an external key of their own does not tell apart; merged ones last. */
  withNames(
    keys: readonly string[],
    given: { readonly code: string | null; readonly externalKey: string | null },
  ): KnownOrganisation[] {
    const ids = new Set(keys.flatMap((key) => [...(this.byName.get(key) ?? [])]));
    const found = [...ids].flatMap((id) => this.one(id) ?? []).filter((one) => isCompatible(one, given));
    const standing = found.filter(({ id, survivorId }) => id === survivorId);
    return standing.length > 0 ? standing : found;
  }

  /** Whose name it is beside the organisation itself, as a sentence names it; null where it is free. */
  holderOf(key: string, survivorId: string): string | null {
    const other = [...(this.holders.get(key) ?? [])].find((id) => id !== survivorId);
    const holder = this.one(other);
    return holder === undefined ? null : labelOf(holder);
  }

  /** The one organisation that a cell names by external key, code or name; as it stands today. */
  named(text: string): string | null {
    const found = this.withKey(text) ?? this.withCode(text.toUpperCase());
    if (found !== undefined) return found.survivorId;
    const holders = [...(this.holders.get(organisationKey(text)) ?? [])];
    return holders.length === 1 ? (holders[0] ?? null) : null;
  }

  one(id: string | undefined): KnownOrganisation | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }
}

function isCompatible(
  organisation: KnownOrganisation,
  { code, externalKey }: { readonly code: string | null; readonly externalKey: string | null },
): boolean {
  const differs = (own: string | null, given: string | null) => own !== null && given !== null && own !== given;
  return !differs(organisation.code, code) && !differs(organisation.externalKey, externalKey);
}
