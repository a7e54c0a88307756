import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError, fieldProblem, type ImportKind, importKinds } from '#domain';

/** A kind of import in a query. @throws DomainError `request-invalid` */
@Injectable()
export class ImportKindPipe implements PipeTransform<unknown, ImportKind> {
  transform(value: unknown): ImportKind {
    const kind = importKinds.find((one) => one === value);
    if (kind !== undefined) return kind;
    throw new DomainError('request-invalid', {
      problems: [fieldProblem('kind', value === undefined ? 'field-missing' : 'value-not-allowed')],
    });
  }
}
