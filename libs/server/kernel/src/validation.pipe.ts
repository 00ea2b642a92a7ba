import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { fieldSentence } from './field-sentences';
import { type FieldProblem, RefusalProblem } from './problems';
import { readersLanguage } from './request-language';

const NATIVE: readonly unknown[] = [String, Number, Boolean, Array, Object, undefined];

/** Bad input gets a 422 with a pointer to each field, in the reader's language; unknown properties are faults, not ignored. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    if (NATIVE.includes(metatype) || !metatype) return value;
    if (type === 'body' && (typeof value !== 'object' || value === null || Array.isArray(value)))
      throw faults([{ property: '', constraints: { isObject: '' } }]);
    const message = plainToInstance(metatype as new () => object, value ?? {}, { enableImplicitConversion: type === 'query' });
    const errors = await validate(message, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
    if (errors.length > 0) throw faults(errors);
    return message;
  }
}

type Fault = Pick<ValidationError, 'property' | 'constraints'> & { children?: Fault[] };

function faults(errors: readonly Fault[]): RefusalProblem {
  return new RefusalProblem({ refused: 'request.invalid' }, pointersOf(errors, ''));
}

function pointersOf(errors: readonly Fault[], prefix: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const pointer = error.property === '' ? prefix : `${prefix}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const code = Object.keys(error.constraints ?? {})[0];
    const own = code ? [{ pointer, code, message: fieldSentence(code, readersLanguage()) }] : [];
    return [...own, ...pointersOf(error.children ?? [], pointer)];
  });
}
