import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DomainError,
  type ImportColumns,
  type ImportKind,
  type ImportOutline,
  type ImportRow,
  type ImportTarget,
} from '#domain';
import type { EntryWindow } from './entry-window.js';

/** What is read of a file for its plan. */
export interface MappedFile {
  readonly rows: readonly ImportRow[];
  readonly columns: ImportColumns;
}

export interface PlanTerms {
  /** Whether what the plan is based on is to stay until the transaction ends. */
  readonly holds: boolean;
  /** User id of who is told of the plan: of entries that concern this person it tells nothing, nor changes them. */
  readonly reader: string;
}

export interface ImportPlan {
  readonly targets: readonly ImportTarget[];
  readonly outline: ImportOutline;
  /** Whether teams may do now what the plan does for them: where they may not, the office says why it does. */
  readonly window: EntryWindow;
  /** All that the plan would write, and what it is based on: equal plans do the same. */
  readonly fingerprint: unknown;
  /** Writes the plan in the transaction that made it. Never called where the outline has bad cells. */
  readonly apply: (actor: string) => Promise<void>;
}

/** One kind of thing that comes in from a file. */
export interface ImportSource {
  readonly kind: ImportKind;
  /** Whether it writes into the register of organisations, which then waits for it. */
  readonly holdsRegister?: true;
  targets(manager: EntityManager, editionId: string): Promise<ImportTarget[]>;
  plan(manager: EntityManager, editionId: string, file: MappedFile, terms: PlanTerms): Promise<ImportPlan>;
}

/** The kinds there are; each feature adds its own. */
@Injectable()
export class ImportSources {
  private readonly byKind = new Map<ImportKind, ImportSource>();

  add(source: ImportSource): void {
    this.byKind.set(source.kind, source);
  }

  /** @throws DomainError `not-found` */
  of(kind: ImportKind): ImportSource {
    const source = this.byKind.get(kind);
    if (source === undefined) throw new DomainError('not-found', { kind });
    return source;
  }
}
