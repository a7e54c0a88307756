import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '#domain';

/** An identifier in a path. A text that cannot be one names nothing, hence 404 as for an unknown one. */
@Injectable()
export class PublicIdPipe implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    if (typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) return value;
    throw new DomainError('not-found');
  }
}
