import { Module, type DynamicModule } from '@nestjs/common';
import { tallyFailpointToken, type TallyFailpoint } from './tally-failpoint.js';

/** Gives the runs of this process their failpoint; left out, or null, nothing happens at any point. */
@Module({})
export class TallyFailpointModule {
  static register(failpoint: TallyFailpoint | null): DynamicModule {
    return {
      module: TallyFailpointModule,
      global: true,
      providers: [{ provide: tallyFailpointToken, useValue: failpoint }],
      exports: [tallyFailpointToken],
    };
  }
}
