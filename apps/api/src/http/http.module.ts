import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import type { AppConfig } from '#config';
import { AccessGuard } from './access.guard.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { QueryGuard } from './query.guard.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimit } from './rate-limit.js';
import { SessionCookie } from './session-cookie.js';
import { validationPipe } from './validation.js';

/** What surrounds every route: guards, validation, problem details, health. */
@Module({})
export class HttpModule {
  static register(config: AppConfig): DynamicModule {
    const cookie = new SessionCookie(config.session.secureCookie, config.session.maxHours);
    return {
      module: HttpModule,
      global: true,
      controllers: [HealthController],
      providers: [
        HealthService,
        { provide: SessionCookie, useValue: cookie },
        { provide: RateLimit, useValue: new RateLimit(config.rateLimitPerMinute) },
        AccessGuard,
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_GUARD, useClass: QueryGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
      exports: [SessionCookie],
    };
  }
}
