import { type Endpoint, errors, ProblemBody } from '@lyhord/contract';
import { z } from 'zod';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });

/** The OpenAPI 3.1 document of these endpoints, made from the same schemas that check each call. */
export function openApiDocument(endpoints: readonly Endpoint[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of [...endpoints].sort((a, b) => a.path.localeCompare(b.path))) {
    const path = endpoint.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Lyhörd', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem: schemaOf(ProblemBody, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'session' },
        token: { type: 'http', scheme: 'bearer', description: 'a token for reading' },
        writeKey: { type: 'http', scheme: 'basic', description: 'the write key as user name, no password' },
      },
    },
  };
}

const security: Record<Endpoint['auth'], unknown[]> = {
  public: [],
  person: [{ session: [] }, { token: [] }],
  source: [{ writeKey: [] }],
};

function operation(endpoint: Endpoint): Record<string, unknown> {
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(endpoint.roles ? { description: `For the roles ${endpoint.roles.join(', ')}.` } : {}),
    security: security[endpoint.auth],
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
          },
        }
      : {}),
    responses: {
      ...success(endpoint),
      default: {
        description: `A problem (RFC 9457); codes: ${Object.keys(errors).join(', ')}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function success(endpoint: Endpoint): Record<string, unknown> {
  if (endpoint.reply)
    return {
      200: {
        description: 'done',
        content: { 'application/json': { schema: schemaOf(endpoint.reply, 'output') } },
      },
    };
  return endpoint.raw ? { 200: { description: 'done' } } : { 204: { description: 'done' } };
}

function parameters(schema: z.ZodType | undefined, where: 'path' | 'query'): unknown[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: each,
  }));
}
