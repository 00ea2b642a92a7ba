import { LoggerModule, type Params } from 'nestjs-pino';
import type { DynamicModule } from '@nestjs/common';

/** Where log lines go; standard output when not said. */
export type LogSink = { write(line: string): void };

/** Structured logs: method, route pattern, status, duration, request id. No URL with values, no body, no header, no name. */
export function logModule(level: string, sink?: LogSink): DynamicModule {
  const params: Params = {
    pinoHttp: {
      level,
      ...(sink && { stream: sink }),
      quietReqLogger: true,
      autoLogging: { ignore: (request) => request.url?.startsWith('/api/health') ?? false },
      customAttributeKeys: { req: 'http', res: 'answer' },
      serializers: {
        req: (request: { method?: string; raw?: { routeOptions?: { url?: string } } }) => ({ method: request.method }),
        res: (response: { statusCode?: number }) => ({ status: response.statusCode }),
        err: (error: { type?: string; code?: string }) => ({ type: error.type, code: error.code }),
      },
    },
  };
  return LoggerModule.forRoot(params);
}
