import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '#domain';
import { entryPurposeNames, type EntryPurpose } from '#identity';

/** A purpose in an address: what is none is not found. */
@Injectable()
export class EntryPurposePipe implements PipeTransform<string, EntryPurpose> {
  /** @throws DomainError `not-found` */
  transform(value: string): EntryPurpose {
    const purpose = entryPurposeNames.find((name) => name === value);
    if (purpose === undefined) throw new DomainError('not-found', { purpose: value });
    return purpose;
  }
}
