import { EVERYDAY_VARIANTS } from './name-variants.everyday.fixture';
import { SOUND_VARIANTS } from './name-variants.sound.fixture';
import type { NameVariant } from './name-variants.types.fixture';
import { WORLD_VARIANTS } from './name-variants.world.fixture';

/**
 * Sixty people as their file writes them, each with the way a colleague of another operator types the same person, and with people who
 * look alike and are somebody else. Written before any matching code; every measure of recall and precision uses this list, whole.
 */
export const NAME_VARIANTS: readonly NameVariant[] = [...EVERYDAY_VARIANTS, ...SOUND_VARIANTS, ...WORLD_VARIANTS];
