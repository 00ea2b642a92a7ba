export { boardRoutes } from './board/board.routes';
export { HandoverPanel } from './handover-panel';
