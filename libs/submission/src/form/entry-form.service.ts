import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  cleanAnswer,
  cleanLine,
  cleanText,
  compactPhone,
  type CoreBlock,
  defaultForm,
  DomainError,
  draftProblems,
  entryProblems,
  fieldProblem,
  type FormAnswers,
  type FormDefinition,
  isCore,
  keptAnswers,
  type OwnFieldKind,
  ownFields,
  visibleSections,
} from '#domain';
import { countryOrRegion } from '../country-or-region.js';
import type { EntryAnswers } from '../entry-answers.js';
import { fileCounts } from '../file/file-rules.js';
import type { ResolvedAnswers } from '../resolve-answers.js';
import { FormService, type FormVersion } from './form.service.js';
import { storedFill, type StoredFill } from './stored-fill.js';

/** What an entry's own part of the form is stored as. */
export interface FilledForm {
  /** Null where its edition has published no form. */
  readonly formVersionId: string | null;
  readonly formAnswers: FormAnswers;
}

/** How the entry stands before the answers change; null for one that is only begun. */
export interface StandingForm {
  readonly formVersionId: string | null;
  readonly isDraft: boolean;
}

/** The part of an entry that its edition's form asks for. */
@Injectable()
export class EntryFormService {
  constructor(private readonly forms: FormService) {}

  /**
   * Which form the answers belong to, and whether they can be kept. An entry keeps the version that it was begun with,
   * unless its team takes the newer one, its new track has another form, or it is a draft that was begun before there
   * was any.
   *
   * @throws DomainError `entry-invalid` with every answer that is none
   */
  async fill(
    manager: EntityManager,
    answers: EntryAnswers,
    resolved: ResolvedAnswers,
    standing: StandingForm | null,
  ): Promise<FilledForm> {
    return filled(await this.formFor(manager, resolved.trackId, standing, answers.adoptsForm === true), answers);
  }

  /**
   * As `fill`, of many entries that are begun at once.
   *
   * @throws DomainError `entry-invalid` at the first of them with an answer that is none
   */
  async fillMany(
    manager: EntityManager,
    entries: readonly { readonly answers: EntryAnswers; readonly resolved: ResolvedAnswers }[],
  ): Promise<FilledForm[]> {
    const forms = new Map<string, FormVersion | null>();
    for (const trackId of new Set(entries.map(({ resolved }) => resolved.trackId))) {
      forms.set(trackId, await this.forms.inForce(manager, trackId));
    }
    return entries.map(({ answers, resolved }) => filled(forms.get(resolved.trackId) ?? null, answers));
  }

  /**
   * Lets an entry pass that answers all its form requires, and drops what the form hides under its answers.
   *
   * @param declaresLanding whether the team has declared an intent to land
   * @throws DomainError `entry-incomplete` with every open point
   */
  async complete(manager: EntityManager, entryId: string, declaresLanding: boolean): Promise<void> {
    const stored = await storedFill(manager, entryId);
    if (stored.form_version_id === null) return;
    const { definition } = await this.forms.version(stored.form_version_id, manager);
    const given = { core: stored.core, answers: stored.form_answers };
    const filledBlocks = blocksOf(stored, declaresLanding);
    const files = await fileCounts(manager, entryId);
    const problems = entryProblems(definition, { ...given, files, filledBlocks });
    if (problems.length > 0) throw new DomainError('entry-incomplete', { problems });
    const isNamed = visibleSections(definition, given).some(({ fields }) =>
      fields.some((field) => isCore(field) && field.key === 'nominating-body'),
    );
    await manager.query(
      `update entries set form_answers = $2, nominating_body = case when $3 then nominating_body end where id = $1`,
      [entryId, JSON.stringify(keptAnswers(definition, given)), isNamed],
    );
  }

  /** What the team is asked, and the number of a newer form that it may take instead. */
  async asked(
    manager: EntityManager,
    entry: { readonly trackId: string; readonly formVersionId: string | null; readonly isDraft: boolean },
  ): Promise<{ number: number; definition: FormDefinition; newerNumber: number | null }> {
    const [own, latest] = [
      await this.formFor(manager, entry.trackId, entry, false),
      await this.forms.inForce(manager, entry.trackId),
    ];
    const newerNumber = latest !== null && latest.id !== own?.id ? latest.number : null;
    return { number: own?.number ?? 0, definition: own?.definition ?? defaultForm, newerNumber };
  }

  private async formFor(
    manager: EntityManager,
    trackId: string,
    standing: StandingForm | null,
    adopts: boolean,
  ): Promise<FormVersion | null> {
    const latest = await this.forms.inForce(manager, trackId);
    if (standing === null || adopts) return latest;
    if (standing.formVersionId === null) return standing.isDraft ? latest : null;
    const own = await this.forms.version(standing.formVersionId, manager);
    return latest === null || latest.trackId === own.trackId ? own : latest;
  }
}

function filled(form: FormVersion | null, answers: EntryAnswers): FilledForm {
  const definition = form?.definition ?? defaultForm;
  const given = cleanedAnswers(definition, answers.formAnswers ?? {});
  const problems = [...draftProblems(definition, given), ...countryProblems(definition, given)];
  if (problems.length > 0) throw new DomainError('entry-invalid', { problems });
  return { formVersionId: form?.id ?? null, formAnswers: given as FormAnswers };
}

/** Texts as they are kept: those of long answers with their lines, telephone numbers by E.164. */
function cleanedAnswers(definition: FormDefinition, given: Readonly<Record<string, unknown>>) {
  const kinds = new Map(ownFields(definition).map(({ key, kind }) => [key, kind]));
  const cleaned = Object.entries(given).map(([key, answer]) => [key, cleanedAnswer(kinds.get(key), answer)] as const);
  return Object.fromEntries(cleaned);
}

function cleanedAnswer(kind: OwnFieldKind | undefined, answer: unknown): unknown {
  if (kind === 'long-text' || kind === 'district' || kind === 'table') return cleanAnswer(answer, cleanText);
  const cleaned = cleanAnswer(answer, cleanLine);
  if (kind === 'phone' && typeof cleaned === 'string') return compactPhone(cleaned);
  if (kind !== 'person-list' || !Array.isArray(cleaned)) return cleaned;
  return cleaned.map((person: unknown) => {
    const phone = typeof person === 'object' && person !== null && 'phone' in person ? person.phone : undefined;
    return typeof phone === 'string' ? { ...(person as object), phone: compactPhone(phone) } : person;
  });
}

/** The reviewed table of countries and regions is not the domain's: such answers are looked up here. */
function countryProblems(definition: FormDefinition, given: Readonly<Record<string, unknown>>) {
  return ownFields(definition).flatMap(({ kind, key }) => {
    const answer = given[key];
    if (kind !== 'country' || typeof answer !== 'string' || answer === '' || countryOrRegion(answer)) return [];
    return [fieldProblem(`formAnswers.${key}`, 'value-not-allowed', { value: answer })];
  });
}

function blocksOf(stored: StoredFill, declaresLanding: boolean): ReadonlySet<string> {
  const filled: Readonly<Record<CoreBlock, boolean>> = {
    classification: true,
    description: stored.has_description,
    'nominating-body': (stored.core.nominatingBody ?? '') !== '',
    team: stored.members > 0,
    landing: declaresLanding,
  };
  return new Set(Object.entries(filled).flatMap(([block, isFilled]) => (isFilled ? [block] : [])));
}
