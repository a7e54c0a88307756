import type { IncomingMessage } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { Server } from '@tus/server';
import type { FastifyReply } from 'fastify';
import { DomainError } from '#domain';
import { asStorageFault, PartialUploads } from '#storage';
import { UploadService } from '#submission';
import type { ApiRequest } from '../http/api-request.js';
import { toProblem } from '../http/problem.filter.js';
import { readerLocale } from '../http/reader-locale.js';

type TusRequest = Parameters<NonNullable<ConstructorParameters<typeof Server>[0]['onUploadFinish']>>[0];

interface Sender {
  readonly id: string;
  readonly userId: string;
  readonly request: ApiRequest;
}

/** Where the controller's routes lie. */
const path = '/api/v1/uploads';
const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The tus protocol itself, by its library. An upload has the public id of its file as name. Who may send what is decided
 * here, before the library sees the request; it keeps bytes and offsets.
 */
@Injectable()
export class TusUploads {
  private readonly logger = new Logger('Uploads');
  private readonly senders = new WeakMap<IncomingMessage, Sender>();
  private made: Server | undefined;

  constructor(
    private readonly uploads: UploadService,
    private readonly partial: PartialUploads,
  ) {}

  /** @throws DomainError as `UploadService.begin`, before anything was answered */
  async begin(request: ApiRequest, reply: FastifyReply, userId: string): Promise<void> {
    const id = fileOf(request);
    const length = request.headers['upload-length'];
    await this.uploads.begin(
      id,
      userId,
      typeof length === 'string' && /^\d{1,10}$/.test(length) ? Number(length) : undefined,
    );
    // Whoever begins anew what is half here goes on with it instead.
    if ((await this.partial.size(id)) !== null) {
      await reply
        .status(201)
        .headers({ location: `${path}/${id}`, 'tus-resumable': '1.0.0' })
        .send();
      return;
    }
    await this.answer(request, reply, id, userId);
  }

  /** @throws DomainError as `UploadService.expected` and `complete`, before anything was answered */
  async resume(request: ApiRequest, reply: FastifyReply, id: string, userId: string): Promise<void> {
    await this.uploads.expected(id, userId);
    // A server that died after the last byte came, and before it was taken over, is caught up with here.
    if (request.method === 'HEAD' && (await this.uploads.complete(id, userId))) {
      throw new DomainError('file-not-expected');
    }
    await this.answer(request, reply, id, userId);
  }

  private async answer(request: ApiRequest, reply: FastifyReply, id: string, userId: string): Promise<void> {
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    reply.raw.setHeader('cache-control', 'no-store');
    reply.hijack();
    this.senders.set(request.raw, { id, userId, request });
    await this.server().handle(request.raw, reply.raw);
  }

  private server(): Server {
    this.made ??= new Server({
      path,
      datastore: this.partial.store,
      relativeLocation: true,
      // No other origin may upload; see the request hooks.
      allowedOrigins: () => false,
      namingFunction: (given) => this.senderOf(given).id,
      onUploadFinish: async (given) => {
        const { id, userId } = this.senderOf(given);
        await this.uploads.complete(id, userId);
        return {};
      },
      onResponseError: (given, error) => this.problem(given, error),
    });
    return this.made;
  }

  private senderOf(given: TusRequest): Sender {
    const sender = this.senders.get(given.runtime?.node?.req as IncomingMessage);
    if (sender === undefined) throw new TypeError('an upload without its request');
    return sender;
  }

  private problem(given: TusRequest, thrown: unknown): { status_code: number; body: string } | undefined {
    const { request, id } = this.senderOf(given);
    const error = asStorageFault(thrown);
    // The protocol's own refusals carry their status.
    if (!(error instanceof DomainError) && typeof error === 'object' && error !== null && 'status_code' in error) {
      return undefined;
    }
    if (!(error instanceof DomainError)) this.logger.error({ err: error, upload: id });
    const locale = readerLocale(request.person?.locale, request.headers['accept-language']);
    const problem = toProblem(error, locale, request.url.split('?')[0] ?? '');
    return { status_code: problem.status, body: JSON.stringify(problem) };
  }
}

/** @throws DomainError `not-found` where the metadata of the request name no file */
function fileOf(request: ApiRequest): string {
  const given = request.headers['upload-metadata'];
  const pair = typeof given === 'string' ? /(?:^|,)\s*file ([A-Za-z0-9+/=]+)/.exec(given)?.[1] : undefined;
  const id = Buffer.from(pair ?? '', 'base64').toString();
  if (!idForm.test(id)) throw new DomainError('not-found');
  return id;
}
