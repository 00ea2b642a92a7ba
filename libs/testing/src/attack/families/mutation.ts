import type { OpenAPIObject } from '@nestjs/swagger';
import type { TestApi } from '../../api';
import type { Asked } from '../ask';
import type { Operation } from '../operations';
import type { ValidRequest } from '../requests/request';
import type { Refused } from '../verdict';
import type { World } from '../world';

/** A valid request that is held back while it is attacked: it must still work afterwards. */
export type Bait = {
  readonly api: TestApi;
  readonly document: OpenAPIObject;
  readonly world: World;
  readonly operation: Operation;
  readonly valid: ValidRequest;
  readonly asked: Asked;
};

/** One change to a valid request, and how it must be refused. */
export type Mutation = { readonly name: string; readonly asked: Asked; readonly expected: Refused };

/** Statuses of what does not exist, or is not accepted. */
export const ABSENT = { status: [404], code: 'request.not_found' } as const;
export const INVALID = { status: [422] } as const;
