export { actInBatches, type Batch } from './act-in-batches';
export { ACCESS_COOKIE, ACCESS_TOKEN_SECONDS, AccessTokens, type SignedIn } from './access-token';
export { AnswerCutter, BrokenAnswer } from './answer-cutter';
export { answerOf, Answers, AnswersAs, Creates, createsOnce, EditsVersion, OfId, ReadsByPost } from './answers';
export { describeApi } from './api-document';
export { type ApiParts, assembleApi, type AssembledApi, documentOf } from './assemble-api';
export { AnyAccount, Can, Open, openingOf } from './can';
export { everyRouteSaysWhoMay } from './check-routes';
export { Clock } from './clock';
export { CivilDateColumn, IdColumn, InstantColumn, RegionColumn } from './columns';
export { Database } from './database';
export { EventRunner } from './event-runner';
export { type EventConsumer, EventConsumers, type HappenedEvent, InTransactionOf, OnEvents } from './events';
export { Farewell, takeLeave } from './farewell';
export { FreshProof, PROOF_MINUTES } from './fresh-proof';
export { type Fact, type Identifiers, Journal } from './journal';
export { KernelModule } from './kernel.module';
export { OpenedRegions } from './opened-regions';
export { PAGE, pageOf, PageQuery, placeAfter, readPlace } from './keyset';
export { type Change, LiveListener, LiveTeller, markOfFile } from './live';
export { logModule, type LogSink } from './log';
export {
  CivilDateField,
  Decimal,
  Flag,
  IdField,
  Ids,
  InstantField,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Texts,
  Whole,
  Wholes,
} from './messages';
export { namedId, newId } from './new-id';
export { IDEMPOTENCY_HEADER } from './one-effect-per-key';
export { ProblemFilter } from './problem.filter';
export { orRefuse, RefusalProblem, refuse, STATUS_OF } from './problems';
export { type EventJob, EventQueue, QueueAway, QueueWorker } from './queue';
export { calendarOf, RegionAgreement } from './region-agreement';
export { Relay } from './relay';
export { Sealer, type WrappedKey } from './sealer';
export { readersLanguage } from './request-language';
export { type Language, languageOf } from './sentences';
export { CSRF_HEADER, SessionGuard, type SignedRequest } from './session.guard';
export { Settings, SettingsProblem } from './settings';
export { type GuestActor, signedContext, type SystemActor } from './signed-context';
export { ActingPost, ExistingId, SignedInAccount } from './signed-in';
export { readTimesAsText } from './times-as-text';
export { type TenantRow, UnitOfWork } from './unit-of-work';
export { unlessMasked } from './unless-masked';
export { UnitOfWorkInterceptor } from './unit-of-work.interceptor';
export { ValidationPipe } from './validation.pipe';
export { IfMatch } from './versions';
