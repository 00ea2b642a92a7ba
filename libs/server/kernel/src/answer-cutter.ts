import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import build from 'fast-json-stringify';
import type { AnswerClass } from './answers';

type Cut = { readonly isRight: ValidateFunction; readonly write: (answer: unknown) => string };

/**
 * Cuts answers to their declared class: a validator and a serializer compiled once per class, from the API document itself.
 * Fields that the class does not declare are dropped; a missing or wrong one fails the request before it commits.
 */
@Injectable()
export class AnswerCutter {
  private readonly cuts = new Map<string, Cut>();
  private schemas: Record<string, object> = {};

  /** Takes the schemas of the finished document; cuts are compiled on first use. */
  learn(document: OpenAPIObject): void {
    this.schemas = rewritten(document.components?.schemas ?? {}) as Record<string, object>;
    this.cuts.clear();
  }

  /** The answer as JSON text. Throws when it breaks its class; the fault names the path, never a value. */
  cut(of: AnswerClass, answer: unknown): string {
    const { isRight, write } = this.cuts.get(of.name) ?? this.compile(of.name);
    const plain = answer;
    if (!isRight(plain))
      throw new BrokenAnswer(of.name, isRight.errors?.map((error) => `${error.instancePath} ${error.keyword}`).join(', ') ?? '');
    return write(answer);
  }

  private compile(name: string): Cut {
    const schema = { $ref: `#/$defs/${name}`, $defs: this.schemas };
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const cut: Cut = { isRight: ajv.compile(schema), write: build(schema as never, { ajv: { strict: false } as never }) };
    this.cuts.set(name, cut);
    return cut;
  }
}

/** An answer that does not fit its class: a fault of ours. */
export class BrokenAnswer extends Error {
  constructor(name: string, where: string) {
    super(`${name}: ${where}`);
  }
}

/** The document's schemas as one JSON Schema: `$ref`s point into `$defs`; formats are left to the request's own rules. */
function rewritten(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rewritten);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'format')
      .map(([key, value]) => [key, key === '$ref' ? String(value).replace('#/components/schemas/', '#/$defs/') : rewritten(value)]),
  );
}
