// Data for tests of other libraries: never part of the product.
export { NAME_VARIANTS } from './beneficiaries/name-variants.fixture';
export type { FiledPerson, TypedPerson } from './beneficiaries/name-variants.types.fixture';
