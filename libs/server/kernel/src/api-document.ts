import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { declareAuthz } from './authz-of-document';

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    params: { type: 'object', additionalProperties: true },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
} as const;

/** The API document (OpenAPI 3.1): the contract, generated from the routes and their message classes. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Relais')
    .setDescription('Shared case management for the regional guidance services of France.')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('__Host-relais')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
    deepScanRoutes: true,
  });
  declareAuthz(document);
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: PROBLEM as never } };
  return withNull(document) as OpenAPIObject;
}

/** OpenAPI 3.1 has no `nullable`: a field that may hold null says so in its type. */
function withNull(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNull);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withNull(value)])) as Record<
    string,
    unknown
  >;
  if (nullable !== true) return rest;
  const words = rest['enum'] as unknown[] | undefined;
  if (typeof rest['type'] === 'string') return { ...rest, type: [rest['type'], 'null'], ...(words && { enum: [...words, null] }) };
  return { anyOf: [...((rest['allOf'] as unknown[] | undefined) ?? [rest]), { type: 'null' }] };
}
