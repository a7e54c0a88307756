import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { cleanText, DomainError, fieldProblem, type FieldProblem } from '#domain';
import { assertFreeOfTies, IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { EntryNotices } from '../entry-notices.js';
import { extensionsOf, deadlineOf, extendableEntries, type EntryDeadline, type ExtendableEntry } from './extensions.js';

export interface NewExtension {
  readonly entry: string;
  readonly until: Date;
  /** 1 to 500 characters; the team reads it. */
  readonly reason: string;
}

/** Longest extension from now, days. */
const limitDays = 60;

/** The office's desk of an edition's entry deadline, and extensions of single entries. */
@Injectable()
export class EntryExtensionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly notices: EntryNotices,
  ) {}

  /** None of an entry that concerns the reader. @throws DomainError `not-found` */
  async desk(slug: string, reader: string): Promise<EntryDeadline> {
    const { manager } = this.dataSource;
    const { editionId, ...deadline } = await deadlineOf(manager, slug);
    return { ...deadline, extensions: await extensionsOf(manager, editionId, reader) };
  }

  /**
   * Entries that may be meant: by number, or by the address of the account that leads them, given whole. A draft is
   * found no other way. The ledger is told of the reading.
   */
  async find(slug: string, given: string, reader: string): Promise<ExtendableEntry[]> {
    return this.dataSource.transaction(async (manager) => {
      const { editionId } = await deadlineOf(manager, slug);
      const found = await extendableEntries(manager, editionId, given.trim(), reader);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, edition: editionId },
        body: { what: 'extendable-entries', rows: found.length },
      });
      return found;
    });
  }

  /**
   * Lets one entry be changed and submitted until a time after the deadline; it ends by itself. The team is written to.
   *
   * @throws DomainError `organiser-conflicted`, `not-found`, `entry-withdrawn`, `request-invalid` naming what is wrong
   */
  async grant(request: IdempotentRequest, slug: string, given: NewExtension): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { editionId } = await deadlineOf(manager, slug);
        await assertFreeOfTies(manager, request.userId, [given.entry]);
        const entryId = await this.held(manager, editionId, given.entry);
        const reason = cleanText(given.reason);
        await this.assertGrantable(manager, editionId, entryId, { ...given, reason });
        const id = uuidv7();
        await manager.query(
          'insert into entry_extensions (id, entry_id, until, reason, granted_by) values ($1, $2, $3, $4, $5)',
          [id, entryId, given.until, reason, request.userId],
        );
        const [commitment] = await this.ledger.commitments(manager, 'entry-extension', [
          { subjectId: id, value: reason },
        ]);
        await this.ledger.record(manager, {
          kind: 'entry-extended',
          subject: { edition: editionId, entry: entryId, extension: id },
          body: { actor: request.userId, until: given.until.toISOString(), reason: commitment ?? null },
        });
        await this.notices.extended(manager, { entryId, id, until: given.until.toISOString(), reason });
        return { status: 204, resultId: null };
      }),
    );
  }

  private async held(manager: EntityManager, editionId: string, publicId: string): Promise<string> {
    const rows = await manager.query<{ id: string; state: string }[]>(
      'select id, state from entries where public_id = $1 and edition_id = $2 for update',
      [publicId, editionId],
    );
    if (!rows[0]) throw new DomainError('not-found', { entry: publicId });
    if (rows[0].state === 'withdrawn') throw new DomainError('entry-withdrawn', { entry: publicId });
    return rows[0].id;
  }

  /** A time only ever gives a team more of it: what was promised is not taken back. */
  private async assertGrantable(
    manager: EntityManager,
    editionId: string,
    entryId: string,
    { until, reason }: Pick<NewExtension, 'until' | 'reason'>,
  ): Promise<void> {
    const rows = await manager.query<{ isPast: boolean; isShorter: boolean; isFar: boolean; isJudged: boolean }[]>(
      `select exists (select from stage_entries s join windows j on j.stage_id = s.stage_id
           where s.entry_id = $3 and j.opened_at is not null) as "isJudged",
         $2::timestamptz <= clock_timestamp() as "isPast",
         $2::timestamptz > clock_timestamp() + make_interval(days => $4) as "isFar",
         $2::timestamptz <= greatest(coalesce(entry_window_ends_at(w), w.planned_closes_at),
           (select max(x.until) from entry_extensions x where x.entry_id = $3)) as "isShorter"
       from windows w where w.edition_id = $1 and w.kind = 'entry' for share`,
      [editionId, until, entryId, limitDays],
    );
    const none = { isPast: true, isShorter: true, isFar: false, isJudged: false };
    const { isPast, isShorter, isFar, isJudged } = rows[0] ?? none;
    const problems: FieldProblem[] = [];
    // Judges would read one thing and have scored another.
    if (isJudged) problems.push(fieldProblem('entry', 'entry-judged'));
    if (isPast) problems.push(fieldProblem('until', 'time-past'));
    else if (isShorter) problems.push(fieldProblem('until', 'extension-not-longer'));
    else if (isFar) problems.push(fieldProblem('until', 'extension-too-long', { days: limitDays }));
    if (reason === '') problems.push(fieldProblem('reason', 'field-missing'));
    if ([...reason].length > 500) problems.push(fieldProblem('reason', 'field-invalid'));
    if (problems.length > 0) throw new DomainError('request-invalid', { problems });
  }
}
