import type { OpenDeadline } from '#submission';
import { NameDto } from '../contest/name.dto.js';

export class DeadlineEditionDto {
  slug: string;
  name: NameDto;
}

export class OpenDeadlineDto {
  /** Of the entry. */
  publicId: string;
  title: string;
  edition: DeadlineEditionDto;
  closesAt: string;
}

export class OpenDeadlinesDto {
  deadlines: OpenDeadlineDto[];

  static from(deadlines: readonly OpenDeadline[]): OpenDeadlinesDto {
    return { deadlines: deadlines.map((deadline) => ({ ...deadline, closesAt: deadline.closesAt.toISOString() })) };
  }
}
