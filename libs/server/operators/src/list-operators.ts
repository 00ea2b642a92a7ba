import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@relais/server/kernel';
import type { OperatorLine, OperatorList } from './operators.messages';

const OPERATORS = `
  select o.id, case when o.sensitive and o.id <> $2 then 'OTHER' else o.kind end as kind,
    case when o.sensitive and o.id <> $2 then null else o.name end as name, o.status, o.id = $2 as mine,
    (select count(*)::int from app.unit u where u.region = $1 and u.operator_id = o.id and u.active) as units
  from app.operator o
  where o.region = $1
  order by o.sensitive, o.name, o.id`;

/** The operators of the region; a sensitive one keeps its name to itself. */
@Injectable()
export class ListOperators {
  constructor(private readonly work: UnitOfWork) {}

  async execute(): Promise<OperatorList> {
    return { items: await this.work.rows<OperatorLine>(OPERATORS, [this.work.actor.operatorId]) };
  }
}
