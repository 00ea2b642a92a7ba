export { boardRoutes } from './board/board.routes';
export { HandoverPanel } from './handover-panel';
export { Referents } from './referents';
export { absenceRoutes } from './pack/pack.routes';
export { ReceivedPacks } from './pack/received-packs';
