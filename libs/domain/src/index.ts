export * from './operators/actor';
export * from './operators/permissions';
export * from './problems/refusals';
export * from './regions/region';
export * from './time/time';
export * from './clocks/agreement-settings';
export * from './clocks/working-calendar';
