import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { AccessService, type IdempotentRequest } from '#identity';
import { asStorageKey, newStorageKey, storageToken, type StorageDriver } from '#storage';
import { type FileLink, FileLinkSigner, type OpenedFile } from '#submission';
import { assigningStage } from '../assignment/assigning-stage.js';
import { DrawFileActs } from './draw-file-acts.js';
import { type GivenEvidence, receiveEvidence } from './receive-evidence.js';

interface StoredEvidence {
  readonly drawId: string;
  readonly stageId: string;
  readonly editionId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: string;
  readonly key: string;
}

/** Videos and scans of a draw, and its signed minute: checked for what they are, kept with their hash. */
@Injectable()
export class DrawEvidenceService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(storageToken) private readonly storage: StorageDriver,
    private readonly signer: FileLinkSigner,
    private readonly access: AccessService,
    private readonly acts: DrawFileActs,
  ) {}

  /**
   * Takes a file in, at most 1 GiB: PDF, PNG, JPEG or MP4 by name and by content. Also after the confirmation: a minute is
   * signed then.
   *
   * @returns id of the file
   * @throws DomainError `not-found`, `organiser-conflicted`, `draw-ended` where it was taken back, `request-invalid`
   *   naming what is wrong with the file, `storage-full`
   */
  async add(
    request: Omit<IdempotentRequest, 'body'>,
    stageId: string,
    drawId: string,
    file: GivenEvidence,
  ): Promise<string> {
    await assigningStage(this.dataSource.manager, stageId, request.userId);
    const folder = await mkdtemp(join(tmpdir(), 'leitai-draw-'));
    try {
      const path = join(folder, 'file');
      const { name, mediaType, size, sha256 } = await receiveEvidence(file, path);
      const key = newStorageKey();
      await this.storage.put(key, createReadStream(path), size);
      const kept = await this.acts
        .keep(request, stageId, { drawId, name, mediaType, size, sha256, key })
        .catch(async (error: unknown) => {
          // A connection that is lost says nothing of the commit: the bytes go only where no row names them.
          if (error instanceof DomainError || !(await this.acts.stands(key))) await this.storage.delete(key);
          throw error;
        });
      if (!kept.isNew) await this.storage.delete(key);
      return kept.id;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** A link for five minutes, of which the ledger is told. @throws DomainError `not-found`, `organiser-conflicted` */
  async link(stageId: string, drawId: string, fileId: string, userId: string): Promise<FileLink> {
    await assigningStage(this.dataSource.manager, stageId, userId);
    const file = await this.stored(fileId);
    if (file?.drawId !== drawId || file.stageId !== stageId) throw new DomainError('not-found', { file: fileId });
    await this.acts.noteRead(stageId, drawId, fileId, userId);
    return this.signer.sign({ file: fileId, reader: userId, as: 'draw', of: 'file' });
  }

  /** @throws DomainError `not-found` for a token that is none, and for who may no longer read; `file-link-expired` */
  async open(token: string): Promise<OpenedFile> {
    const { as, file: fileId, reader } = await this.signer.read(token, 'file');
    const file = as === 'draw' ? await this.stored(fileId) : undefined;
    if (!file || !(await this.access.holds(reader, 'draw.record', file.editionId))) throw new DomainError('not-found');
    await assigningStage(this.dataSource.manager, file.stageId, reader);
    const { name, mediaType, key } = file;
    return { name, mediaType, size: Number(file.size), read: (range) => this.storage.get(asStorageKey(key), range) };
  }

  private async stored(fileId: string): Promise<StoredEvidence | undefined> {
    const [file] = await this.dataSource.query<StoredEvidence[]>(
      `select d.id as "drawId", d.stage_id as "stageId", s.edition_id as "editionId", f.name,
              f.media_type as "mediaType", f.size::text, f.storage_key as key
         from draw_files f join draws d on d.id = f.draw_id join stages s on s.id = d.stage_id where f.id = $1`,
      [fileId],
    );
    return file;
  }
}
