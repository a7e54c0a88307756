import { Module } from '@nestjs/common';
import { ContestModule } from '#contest';
import { LandingModule } from '#landing';
import { KeyFiguresController } from './key-figures.controller.js';
import { PublicEditionsController } from './public-editions.controller.js';

@Module({ imports: [ContestModule, LandingModule], controllers: [KeyFiguresController, PublicEditionsController] })
export class PublicApiModule {}
