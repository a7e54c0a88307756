import { Injectable } from '@nestjs/common';
import { EditionSettingService } from '#contest';
import type { IdempotentRequest } from '#identity';

/** For how many years a former employer counts in an edition; three where it has set nothing, the platform's own default. */
@Injectable()
export class EmployerYearsService {
  constructor(private readonly settings: EditionSettingService) {}

  /**
   * What is confirmed or dismissed stays.
   *
   * @param employerYears 0 to 30
   * @param seen version that stands; 0 for the first
   * @returns the version that stands now
   * @throws DomainError `not-found`, `revision-stale`
   */
  save(request: IdempotentRequest, slug: string, employerYears: number, seen: number): Promise<number> {
    return this.settings.save(request, slug, 'conflicts', { document: { employerYears }, seen });
  }
}
