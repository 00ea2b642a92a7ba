import { Injectable, type Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Id, Instant, RegionCode } from '@relais/domain';

/** Something that happened, as a consumer in the worker gets it: identifiers only. */
export type HappenedEvent = {
  readonly region: RegionCode;
  readonly id: Id;
  readonly event: string;
  readonly at: Instant;
  readonly payload: Readonly<Record<string, Id | undefined>>;
};

/** A reaction: runs in its own unit of work, once per event whatever is killed or delivered twice. */
export interface EventConsumer {
  execute(event: HappenedEvent): Promise<void>;
}

const CONSUMES = 'relais:consumes';
const COMPLETES = 'relais:completes';

/** Declares the events that a class reacts to. Its class name is its name in the inbox: renaming it makes it forget. */
export function OnEvents(...events: readonly string[]): ClassDecorator {
  return (target) => Reflect.defineMetadata(CONSUMES, events, target);
}

/**
 * Declares the events that a class completes inside their own transaction: the event and what it does in another area are
 * committed together or not at all. For effects that would otherwise need a circle of areas; see docs/adr/0006.
 */
export function InTransactionOf(...events: readonly string[]): ClassDecorator {
  return (target) => Reflect.defineMetadata(COMPLETES, events, target);
}

/** A reaction with its inbox name. */
type NamedConsumer = { readonly name: string; readonly consumer: EventConsumer };

/** Every reaction that this process knows, by event. */
@Injectable()
export class EventConsumers {
  private readonly known = new Map<string, readonly NamedConsumer[]>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** The reactions to an event, each with its inbox name. */
  of(event: string): readonly NamedConsumer[] {
    return this.declared(CONSUMES, event);
  }

  /** What completes an event in its own transaction. */
  inTransactionOf(event: string): readonly NamedConsumer[] {
    return this.declared(COMPLETES, event);
  }

  /** Looked up once for each event: providers do not change while the process runs. */
  private declared(how: string, event: string): readonly NamedConsumer[] {
    const key = `${how} ${event}`;
    const known = this.known.get(key);
    if (known) return known;
    const found = this.discovery
      .getProviders()
      .filter(({ metatype, instance }) => instance && metatype && eventsOf(metatype as Type, how).includes(event))
      .map(({ instance }) => ({ name: (instance as object).constructor.name, consumer: instance as EventConsumer }));
    if (new Set(found.map(({ name }) => name)).size < found.length)
      throw new Error(`two reactions to ${event} share one name in the inbox: the second would never run`);
    this.known.set(key, found);
    return found;
  }
}

function eventsOf(type: Type, how: string): readonly string[] {
  return (Reflect.getMetadata(how, type) as readonly string[] | undefined) ?? [];
}
