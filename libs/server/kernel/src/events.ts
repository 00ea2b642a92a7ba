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

/** Declares the events that a class reacts to. Its class name is its name in the inbox: renaming it makes it forget. */
export function OnEvents(...events: readonly string[]): ClassDecorator {
  return (target) => Reflect.defineMetadata(CONSUMES, events, target);
}

/** Every reaction that this process knows, by event. */
@Injectable()
export class EventConsumers {
  constructor(private readonly discovery: DiscoveryService) {}

  /** The reactions to an event, each with its inbox name. */
  of(event: string): readonly { readonly name: string; readonly consumer: EventConsumer }[] {
    return this.discovery
      .getProviders()
      .filter(({ metatype, instance }) => instance && metatype && eventsOf(metatype as Type).includes(event))
      .map(({ instance }) => ({ name: (instance as object).constructor.name, consumer: instance as EventConsumer }));
  }
}

function eventsOf(type: Type): readonly string[] {
  return (Reflect.getMetadata(CONSUMES, type) as readonly string[] | undefined) ?? [];
}
