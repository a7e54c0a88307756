import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError, fieldProblem } from '#domain';
import { type ExportFormat, exportFormats, type ExportName, exportNames } from '#submission';

/** A table in a path. @throws DomainError `not-found` */
@Injectable()
export class ExportNamePipe implements PipeTransform<unknown, ExportName> {
  transform(value: unknown): ExportName {
    const name = exportNames.find((one) => one === value);
    if (name === undefined) throw new DomainError('not-found');
    return name;
  }
}

/** A format in a query; XLSX where none is named. @throws DomainError `request-invalid` */
@Injectable()
export class ExportFormatPipe implements PipeTransform<unknown, ExportFormat> {
  transform(value: unknown): ExportFormat {
    const format = exportFormats.find((one) => one === (value ?? 'xlsx'));
    if (format !== undefined) return format;
    throw new DomainError('request-invalid', { problems: [fieldProblem('format', 'value-not-allowed')] });
  }
}
