import type { Professional } from '../../professionals';
import type { Scene } from '../scene';

/** One valid request to an operation. The suite adds a token, an `Idempotency-Key` and an `If-Match` of version 1 where they belong. */
export type ValidRequest = {
  /** Who sends it; left out for a route that is open to everyone. */
  readonly as?: Professional;
  /** The identifier of the path. Further ones of a longer path by their names in `ids`. */
  readonly id?: string;
  readonly ids?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly query?: Readonly<Record<string, string>>;
  /** The version that `If-Match` names, where it is not 1. */
  readonly version?: number;
  /** Identifiers in the body that the API keeps without looking anything up. */
  readonly blind?: readonly string[];
  readonly cookies?: Readonly<Record<string, string>>;
};

/** Builds one valid request in a fresh scene, by operation. */
export type ValidRequests = Readonly<Record<string, (scene: Scene) => ValidRequest | Promise<ValidRequest>>>;
