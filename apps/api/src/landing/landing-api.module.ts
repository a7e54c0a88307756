import { Module } from '@nestjs/common';
import { LandingModule } from '#landing';
import { LandingController } from './landing.controller.js';

@Module({ imports: [LandingModule], controllers: [LandingController] })
export class LandingApiModule {}
