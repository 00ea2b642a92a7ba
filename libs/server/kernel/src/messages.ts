import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isCivilDate, isInstant } from '@relais/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** Says that a field may be left out, or hold null. */
export type Presence = { readonly optional?: boolean; readonly nullable?: boolean; readonly description?: string };

type Class = abstract new (...args: never[]) => unknown;

function field(presence: Presence, schema: object, rules: PropertyDecorator[]): PropertyDecorator {
  const { optional = false, nullable = false, description } = presence;
  const api = { ...schema, required: !optional, ...(nullable && { nullable: true }), ...(description && { description }) };
  return applyDecorators(ApiProperty(api as never), ...mayLack(presence), ...rules);
}

/** Left out and null are two things: a field takes the one that it declares, not both. */
function mayLack({ optional = false, nullable = false }: Presence): PropertyDecorator[] {
  if (optional && nullable) return [IsOptional()];
  if (optional) return [ValidateIf((_, value) => value !== undefined)];
  return nullable ? [ValidateIf((_, value) => value !== null)] : [];
}

const NO_CONTROL = /^[^\u0000-\u0008\u000b-\u001f\u007f]*$/u;

/** A text of `min` to `max` characters (default 1 to 200), without control characters but tab and line feed. */
export function Text(options: Presence & { min?: number; max?: number; pattern?: RegExp } = {}): PropertyDecorator {
  const { min = 1, max = 200, pattern } = options;
  const rules = [IsString(), Length(min, max), Matches(NO_CONTROL), ...(pattern ? [Matches(pattern)] : [])];
  return field(options, { type: 'string', minLength: min, maxLength: max, ...(pattern && { pattern: pattern.source }) }, rules);
}

/** One word of a closed list. */
export function OneOf(words: readonly string[], options: Presence = {}): PropertyDecorator {
  return field(options, { type: 'string', enum: [...words] }, [IsIn([...words])]);
}

/** Several words of a closed list, at most `max` (default 20). */
export function SomeOf(words: readonly string[], options: Presence & { max?: number } = {}): PropertyDecorator {
  const schema = { type: 'array', items: { type: 'string', enum: [...words] }, maxItems: options.max ?? 20 };
  return field(options, schema, [IsArray(), ArrayMaxSize(options.max ?? 20), IsIn([...words], { each: true })]);
}

/** An identifier (UUID). */
export function IdField(options: Presence = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'uuid' }, [IsUUID('all')]);
}

/** Several identifiers, at most `max` (default 20). */
export function Ids(options: Presence & { max?: number } = {}): PropertyDecorator {
  const schema = { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: options.max ?? 20 };
  return field(options, schema, [IsArray(), ArrayMaxSize(options.max ?? 20), IsUUID('all', { each: true })]);
}

/** A civil date, `YYYY-MM-DD`, that exists. */
export function CivilDateField(options: Presence = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'date' }, [rule('isCivilDate', isCivilDate)]);
}

/** A moment in UTC, `2026-11-23T16:45:00.000Z`. */
export function InstantField(options: Presence = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'date-time' }, [rule('isInstant', isInstant)]);
}

/** Yes or no. */
export function Flag(options: Presence = {}): PropertyDecorator {
  return field(options, { type: 'boolean' }, [IsBoolean()]);
}

/** A whole number from `min` to `max`. */
export function Whole(options: Presence & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 0, max = 2_147_483_647 } = options;
  return field(options, { type: 'integer', minimum: min, maximum: max }, [IsInt(), Min(min), Max(max)]);
}

/** A number, such as a coordinate in degrees or a distance in kilometres. */
export function Decimal(options: Presence & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min, max } = options;
  return field(options, { type: 'number', ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) }, [
    IsNumber(),
    ...(min === undefined ? [] : [Min(min)]),
    ...(max === undefined ? [] : [Max(max)]),
  ]);
}

/** A list of messages, at most `max` long (default 50 in requests; answers set their own). */
export function ListOf(item: () => Class, options: Presence & { max?: number } = {}): PropertyDecorator {
  const { max = 200 } = options;
  return applyDecorators(
    ApiProperty({ type: () => item() as never, isArray: true, required: !options.optional, maxItems: max } as never),
    ...mayLack(options),
    IsArray(),
    ArrayMaxSize(max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(item as never),
  );
}

/** A message inside a message. */
export function Nested(item: () => Class, options: Presence = {}): PropertyDecorator {
  const { optional = false, nullable = false } = options;
  return applyDecorators(
    ApiProperty({ type: () => item() as never, required: !optional, ...(nullable && { nullable: true }) } as never),
    ...mayLack(options),
    IsObject(),
    ValidateNested(),
    Type(item as never),
  );
}

/** A list of short texts, without control characters. */
export function Texts(options: Presence & { max?: number; length?: number } = {}): PropertyDecorator {
  const { max = 50, length = 200 } = options;
  return field(options, { type: 'array', items: { type: 'string', maxLength: length }, maxItems: max }, [
    IsArray(),
    ArrayMaxSize(max),
    IsString({ each: true }),
    Length(0, length, { each: true }),
    Matches(NO_CONTROL, { each: true }),
  ]);
}

/** A list of whole numbers. */
export function Wholes(options: Presence & { max?: number } = {}): PropertyDecorator {
  const { max = 50 } = options;
  return field(options, { type: 'array', items: { type: 'integer' }, maxItems: max }, [
    IsArray(),
    ArrayMaxSize(max),
    IsInt({ each: true }),
  ]);
}

function rule(name: string, test: (text: string) => boolean): PropertyDecorator {
  return ValidateBy({ name, validator: { validate: (value: unknown) => typeof value === 'string' && test(value) } });
}
