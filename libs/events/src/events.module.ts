import { Module, type DynamicModule } from '@nestjs/common';
import { EventsService, eventsSettingsToken, type EventsSettings } from './events.service.js';

@Module({})
export class EventsModule {
  /** Global. Needs the application's data source. */
  static forRoot(settings: EventsSettings): DynamicModule {
    return {
      module: EventsModule,
      global: true,
      providers: [EventsService, { provide: eventsSettingsToken, useValue: settings }],
      exports: [EventsService],
    };
  }
}
