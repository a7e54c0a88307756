import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { DomainError, type FieldProblem, fieldProblem, type FieldProblemCode } from '#domain';

function codeOf(constraint: string, value: unknown): FieldProblemCode {
  if (constraint === 'whitelistValidation') return 'field-unknown';
  return value === undefined ? 'field-missing' : 'field-invalid';
}

function problemsOf(errors: readonly ValidationError[], parent: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const isIndex = /^\d+$/.test(error.property);
    const path =
      parent === '' ? error.property : isIndex ? `${parent}[${error.property}]` : `${parent}.${error.property}`;
    const [constraint] = Object.keys(error.constraints ?? {});
    const own = constraint === undefined ? [] : [fieldProblem(path, codeOf(constraint, error.value), { constraint })];
    return [...own, ...problemsOf(error.children ?? [], path)];
  });
}

/**
 * The one validation of request bodies and queries: unknown fields are refused, not dropped, and nothing is converted
 * by itself (a number in a string stays a string).
 */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false, exposeUnsetFields: false },
    stopAtFirstError: true,
    validationError: { target: false, value: true },
    exceptionFactory: (errors: ValidationError[]) =>
      new DomainError('request-invalid', { problems: problemsOf(errors, '') }),
  });
}
