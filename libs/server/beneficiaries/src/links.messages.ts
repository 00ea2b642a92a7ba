import {
  GLASS_REASONS,
  type GlassReason,
  type Id,
  type Instant,
  REPRESENTATIVE_RELATIONS,
  type RepresentativeRelation,
} from '@relais/domain';
import { Flag, IdField, InstantField, ListOf, OneOf, Text, Whole } from '@relais/server/kernel';

const LINK_STATUSES = ['asked', 'granted', 'refused'] as const;

export class LinkRequestRequest {
  @Text({ min: 10, max: 2000 })
  reason!: string;
}

export class LinkRequestView {
  @IdField()
  id!: Id;

  @OneOf(LINK_STATUSES)
  status!: (typeof LINK_STATUSES)[number];

  @Text()
  reason!: string;

  @Text()
  requesterName!: string;

  @Text({ nullable: true, description: 'Null when the operator is sensitive.' })
  operatorName!: string | null;

  @Text({ nullable: true })
  unitName!: string | null;

  @InstantField()
  createdAt!: Instant;

  @InstantField({ nullable: true })
  answeredAt!: Instant | null;

  @Whole()
  version!: number;
}

export class LinkRequests {
  @ListOf(() => LinkRequestView)
  items!: LinkRequestView[];
}

export class GlassRequest {
  @OneOf(GLASS_REASONS)
  reasonCode!: GlassReason;

  @Text({ max: 2000 })
  reason!: string;
}

/** The file is open to this post alone, until it closes by itself. */
export class GlassView {
  @IdField()
  id!: Id;

  @IdField()
  beneficiaryId!: Id;

  @InstantField()
  expiresAt!: Instant;
}

/** Another file, or its index card, that is somebody else. */
export class DistinctionRequest {
  @IdField()
  cardId!: Id;
}

export class RepresentativeRequest {
  @Text({ max: 80 })
  givenName!: string;

  @Text({ max: 80 })
  familyName!: string;

  @OneOf(REPRESENTATIVE_RELATIONS)
  relation!: RepresentativeRelation;

  @Text({ max: 40, optional: true })
  phone?: string;

  @Flag()
  parentalAuthority!: boolean;
}
