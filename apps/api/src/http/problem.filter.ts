import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { DomainError, type ErrorDetails, type FieldProblem, fieldProblemTexts } from '#domain';
import type { ApiRequest } from './api-request.js';
import { blockersOf } from './blocker-texts.js';
import { fillSentence } from './fill-sentence.js';
import { FieldProblemDto, ProblemDto } from './problem.dto.js';
import { problemStatus } from './problem-status.js';
import { type Locale, problemTexts, protocolTexts } from './problem-texts.js';
import { readerLocale } from './reader-locale.js';
import { requestFaultTexts } from './request-fault-texts.js';

type Refusal = Pick<ProblemDto, 'status' | 'code' | 'detail' | 'errors' | 'details'>;

/** SQL states by which PostgreSQL says: not now. */
const unavailable = new Set(['53300', '57P01', '57P03', '08006', '08003', '08001', '40001', '40P01', '55P03']);
const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

function fieldProblems(problems: unknown, locale: Locale): FieldProblemDto[] | undefined {
  if (!Array.isArray(problems) || problems.length === 0) return undefined;
  return (problems as readonly FieldProblem[]).slice(0, 100).map(({ path, code, details }) => {
    return { path, code, detail: fillSentence(fieldProblemTexts[code][locale], details, locale) };
  });
}

/** What stands in the way is told in sentences too. */
function withSentences(details: ErrorDetails, locale: Locale): ErrorDetails {
  const { blockers } = details;
  return Array.isArray(blockers) ? { ...details, blockers: blockersOf(blockers, locale) } : details;
}

function faultText({ fault }: ErrorDetails): Readonly<Record<Locale, string>> | undefined {
  return typeof fault === 'string' && fault in requestFaultTexts
    ? requestFaultTexts[fault as keyof typeof requestFaultTexts]
    : undefined;
}

function domainRefusal(error: DomainError, locale: Locale): Refusal {
  const { problems, ...details } = error.details;
  return {
    status: problemStatus[error.code],
    code: error.code,
    detail: fillSentence((faultText(details) ?? problemTexts[error.code])[locale], details, locale),
    errors: fieldProblems(problems, locale),
    details: Object.keys(details).length > 0 ? withSentences(details, locale) : undefined,
  };
}

function protocolRefusal(status: number, locale: Locale): Refusal {
  if (status === 400) return domainRefusal(new DomainError('request-invalid', { fault: 'unreadable' }), locale);
  const text = protocolTexts[status as keyof typeof protocolTexts] ?? protocolTexts[500];
  return { status: status in protocolTexts ? status : 500, code: text.code, detail: text[locale] };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own refusals, such as a body above the limit, carry their status.
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

function isUnavailable(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause ? String(cause.code) : '';
  return unavailable.has(code) || unreachable.has(code) || /timeout exceeded|Connection terminated/.test(cause.message);
}

/** What a reader is told of `error`, without anything of the inside of the system. */
export function toProblem(error: unknown, locale: Locale, instance: string): ProblemDto {
  const refusal =
    error instanceof DomainError
      ? domainRefusal(error, locale)
      : isUnavailable(error)
        ? domainRefusal(new DomainError('service-unavailable'), locale)
        : protocolRefusal(statusOf(error), locale);
  return { type: `urn:leitai:problem:${refusal.code}`, title: refusal.code.replaceAll('-', ' '), ...refusal, instance };
}

/** Turns every error into RFC 9457 problem details. The stack goes to the log, never to the reader. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<ApiRequest>();
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    void this.send(error, request, reply);
  }

  /** Also the answer to what goes wrong before Nest's routes are reached. */
  send(error: unknown, request: ApiRequest, reply: FastifyReply): FastifyReply {
    const locale = readerLocale(request.person?.locale, request.headers['accept-language']);
    const problem = toProblem(error, locale, request.url.split('?')[0] ?? '');
    if (problem.status >= 500) this.logger.error({ err: error, requestId: request.id, code: problem.code });
    const wait = problem.details?.retryAfterSeconds ?? (problem.status === 503 ? 5 : undefined);
    if (typeof wait === 'number') void reply.header('retry-after', String(wait));
    return reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-language', locale)
      .send(JSON.stringify(problem));
  }
}
