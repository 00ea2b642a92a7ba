import { Injectable } from '@nestjs/common';
import { type EventConsumer, type HappenedEvent, InTransactionOf, UnitOfWork } from '@relais/server/kernel';
import { ReopenFile } from './reopen-file';

const RETURNED = `
  select b.id from app.interview i join app.beneficiary b on b.region = $1 and b.id = i.beneficiary_id
  where i.region = $1 and i.id = $2 and i.two_way and i.mode <> 'third_party' and b.status = 'closed'`;

/** Somebody spoke with a person whose file was closed, as the follow-up of the exit still lets them: the person is back. */
@Injectable()
@InTransactionOf('interview.sealed')
export class OnPersonReturned implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly file: ReopenFile,
  ) {}

  async execute({ payload: { objectId } }: HappenedEvent): Promise<void> {
    const returned = await this.work.row<{ id: string }>(RETURNED, [objectId]);
    if (returned) await this.file.reopen(returned.id);
  }
}
