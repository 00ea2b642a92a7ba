import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';
import type { OperatorView } from './operators.messages';

const OPERATOR = `
  select o.id, o.kind, o.name, o.status, o.version,
    coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'parentId', u.parent_id, 'kind', u.kind, 'name', u.name, 'address', u.address,
        'communeName', c.name, 'receivesReferrals', u.receives_referrals,
        'depth', (select count(*) - 1 from app.unit_ancestor a where a.region = $1 and a.unit_id = u.id)) order by u.name, u.id)
      from app.unit u
      left join app.commune c on c.region = $1 and c.code = u.commune_code
      where u.region = $1 and u.operator_id = o.id and u.active), '[]') as units
  from app.operator o
  where o.region = $1 and o.id = $2 and (not o.sensitive or o.id = $3)`;

/** One operator and its own tree. A sensitive operator does not exist for the others. */
@Injectable()
export class ShowOperator {
  constructor(private readonly work: UnitOfWork) {}

  execute(id: Id): Promise<OperatorView> {
    return this.work.found<OperatorView>(OPERATOR, [id, this.work.actor.operatorId]);
  }
}
