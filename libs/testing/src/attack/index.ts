export { Attack, type Target } from './attack';
export { AttackLog } from './attack-log';
export { DecisionTable } from './decision-table';
export { committedDocument, type Operation, operationsOf } from './operations';
export { validRequests } from './requests';
export type { ValidRequest, ValidRequests } from './requests/request';
export { aWorld, type World } from './world';
export { allowedRelations, allowedRoles } from './standings';
