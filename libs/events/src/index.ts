export { EventsModule } from './events.module.js';
export { EventsService, type EventsSettings } from './events.service.js';
export { eventChannel, type StageEvent } from './stage-event.js';
