import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '#domain';
import { accountPurposeNames, type AccountPurpose } from '#identity';

/** A purpose in an address: what is none is not found. */
@Injectable()
export class AccountPurposePipe implements PipeTransform<string, AccountPurpose> {
  /** @throws DomainError `not-found` */
  transform(value: string): AccountPurpose {
    const purpose = accountPurposeNames.find((name) => name === value);
    if (purpose === undefined) throw new DomainError('not-found', { purpose: value });
    return purpose;
  }
}
