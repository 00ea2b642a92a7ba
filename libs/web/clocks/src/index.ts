export { ClocksPanel } from './clocks-panel';
export { clocksRoutes } from './clocks.routes';
