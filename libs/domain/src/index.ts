export * from './operators/actor';
export * from './operators/permissions';
export * from './problems/refusals';
export * from './regions/region';
export * from './time/time';
