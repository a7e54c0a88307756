import { Module } from '@nestjs/common';
import { ScoringModule } from '#scoring';
import { EventController } from './event.controller.js';

@Module({ imports: [ScoringModule], controllers: [EventController] })
export class EventsApiModule {}
