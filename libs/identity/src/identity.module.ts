import { type DynamicModule, Module } from '@nestjs/common';
import { ObjectScopeService } from './object-scope.service.js';
import { SessionPolicy } from './session-policy.js';
import { SessionService } from './session.service.js';

const services = [SessionService, ObjectScopeService];

@Module({})
export class IdentityModule {
  static register(policy: SessionPolicy): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      providers: [{ provide: SessionPolicy, useValue: policy }, ...services],
      exports: [SessionPolicy, ...services],
    };
  }
}
