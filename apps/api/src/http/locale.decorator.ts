import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest } from './api-request.js';
import type { Locale } from './problem-texts.js';
import { readerLocale } from './reader-locale.js';

/** The reader's language, for an answer that says something in words. */
export const ReaderLocale = createParamDecorator((_: unknown, context: ExecutionContext): Locale => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  return readerLocale(request.person?.locale, request.headers['accept-language']);
});
