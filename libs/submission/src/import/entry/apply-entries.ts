import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hashJson, type ImportedEntry, otherLanguage } from '#domain';
import { LedgerService } from '#ledger';
import { EntryNotices } from '../../entry-notices.js';
import { submitDrafts, writeVersions } from '../../entry-submission.js';
import type { FilledForm } from '../../form/entry-form.service.js';
import type { ResolvedAnswers } from '../../resolve-answers.js';
import { matchMembers } from '../../team/member-rows.js';
import { type TranslationAct, writeTranslations } from '../../translation/write-translations.js';
import { LandingDesks } from './landing-desk.js';
import type { StandingEntry } from './standing-entries.js';
import { insertFiled, updateFiled } from './write-entries.js';
import { changedDetails, recordDetails, writeDetails } from './write-details.js';

/** What an import makes of an entry. */
export interface EntryWrite {
  readonly entry: ImportedEntry;
  readonly answers: ResolvedAnswers;
  readonly form: FilledForm;
  /** Null for a new one. */
  readonly standing: StandingEntry | null;
}

type Changed = EntryWrite & { readonly standing: StandingEntry };

/** Writes what an import planned of entries: versions, teams, contacts, and what they declare of landing. */
@Injectable()
export class EntryApplication {
  constructor(
    private readonly ledger: LedgerService,
    private readonly notices: EntryNotices,
    private readonly landing: LandingDesks,
  ) {}

  /** @param isLate whether new ones come late, by the edition's rule */
  async apply(
    manager: EntityManager,
    editionId: string,
    writes: readonly EntryWrite[],
    { actor, isLate }: { readonly actor: string; readonly isLate: boolean },
  ): Promise<void> {
    const fresh = writes.filter(({ standing }) => standing === null);
    const changed = writes.filter((one): one is Changed => one.standing !== null);
    const entryIds = await this.file(manager, editionId, fresh, { actor, isLate });
    await this.change(manager, editionId, changed, actor);
    const translated = [
      ...fresh.map(({ entry }, index) => ({ entryId: entryIds[index] ?? '', entry, was: null, isLed: false })),
      ...changed.map(({ entry, standing: { id, hasLeadUser, entry: was } }) => ({
        ...{ entryId: id, entry, was: was.translation, isLed: hasLeadUser },
      })),
    ];
    await this.translate(manager, { editionId, actor }, translated);
  }

  private async file(
    manager: EntityManager,
    editionId: string,
    fresh: readonly EntryWrite[],
    { actor, isLate }: { readonly actor: string; readonly isLate: boolean },
  ): Promise<readonly string[]> {
    if (fresh.length === 0) return [];
    const filed = fresh.map(({ entry, answers, form }) => ({ externalKey: entry.externalKey, answers, form }));
    const entryIds = await insertFiled(manager, editionId, filed);
    const idOf = (index: number) => entryIds[index] ?? '';
    await writeDetails(
      manager,
      fresh.flatMap(({ entry }, index) => changedDetails(idOf(index), entry.members)),
    );
    await submitDrafts(manager, this.ledger, editionId, { entryIds, actor, isLate });
    const declared = fresh.map(({ entry }, index) => ({ entryId: idOf(index), landing: entry.landing }));
    await this.landing.declare(
      manager,
      declared.filter(({ landing }) => landing !== null),
      actor,
    );
    return entryIds;
  }

  /** Other wordings of translations; whoever leads an entry by an account is asked to confirm them. */
  private async translate(
    manager: EntityManager,
    act: TranslationAct,
    given: readonly {
      readonly entryId: string;
      readonly entry: ImportedEntry;
      readonly was: ImportedEntry['translation'];
      readonly isLed: boolean;
    }[],
  ): Promise<void> {
    const changed = given.flatMap(({ entryId, entry: { translation, language }, was, isLed }) =>
      translation === null || isSame(was, translation)
        ? []
        : [{ ...translation, language: otherLanguage(language), entryId, isLed }],
    );
    const written = await writeTranslations(manager, this.ledger, act, changed);
    await this.notices.translated(
      manager,
      written.filter((_, index) => changed[index]?.isLed),
    );
  }

  private async change(
    manager: EntityManager,
    editionId: string,
    changed: readonly Changed[],
    actor: string,
  ): Promise<void> {
    if (changed.length === 0) return;
    const revised = changed.filter(({ standing, entry }) => frozenOf(standing.entry) !== frozenOf(entry));
    await updateFiled(
      manager,
      editionId,
      revised.map(({ entry, answers, form, standing }) => ({
        ...{ externalKey: entry.externalKey, answers, form, id: standing.id },
      })),
    );
    const details = changed.flatMap(({ standing, entry }) =>
      changedDetails(standing.id, entry.members, matchMembers(standing.people, entry.members)),
    );
    const people = await writeDetails(manager, details);
    await recordDetails(manager, this.ledger, editionId, { people, actor });
    const declared = changed.filter(({ standing, entry }) => !isSame(standing.entry.landing, entry.landing));
    await this.landing.declare(
      manager,
      declared.map(({ standing, entry }) => ({ entryId: standing.id, landing: entry.landing })),
      actor,
    );
    await this.writeRevisions(manager, editionId, revised, actor);
  }

  private async writeRevisions(
    manager: EntityManager,
    editionId: string,
    revised: readonly Changed[],
    actor: string,
  ): Promise<void> {
    if (revised.length === 0) return;
    const given = { entryIds: revised.map(({ standing }) => standing.id), actor, kind: 'entry-revised' as const };
    const versions = await writeVersions(manager, this.ledger, editionId, given);
    // A team that signs in here is told that the office has changed its entry; the others have nobody to be told.
    const led = new Set(revised.flatMap(({ standing }) => (standing.hasLeadUser ? [standing.id] : [])));
    await this.notices.revisedMany(
      manager,
      versions.filter(({ id }) => led.has(id)),
    );
  }
}

const isSame = <Part extends object>(left: Part | null, right: Part | null) =>
  hashJson(left && { ...left }) === hashJson(right && { ...right });

/** What a version freezes of an entry, and its key. */
function frozenOf({ landing: _landing, translation: _translation, members, ...entry }: ImportedEntry): string {
  const people = members.map(({ role, name, organisation }) => ({ role, name, organisation }));
  return hashJson({ ...entry, members: people });
}
