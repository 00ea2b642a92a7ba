import {
  GLASS_REASONS,
  type GlassReason,
  type Id,
  type Instant,
  REPRESENTATIVE_RELATIONS,
  type RepresentativeRelation,
} from '@relais/domain';
import { Flag, IdField, InstantField, ListOf, OneOf, PageQuery, Text, Whole } from '@relais/server/kernel';

const LINK_STATUSES = ['asked', 'granted', 'refused'] as const;
const LINK_BOXES = ['received', 'asked'] as const;

export class LinkRequestRequest {
  @Text({ min: 10, max: 2000 })
  reason!: string;
}

/** `received`: about people whom one's unit accompanies; `asked`: by one's unit. */
export class LinkBoxQuery extends PageQuery {
  @OneOf(LINK_BOXES)
  box!: (typeof LINK_BOXES)[number];
}

export class GrantLinkRequest {
  @Text({ min: 0, max: 2000, optional: true })
  answer?: string;
}

/** A no is explained to the one who asked. */
export class RefuseLinkRequest {
  @Text({ min: 10, max: 2000 })
  answer!: string;
}

export class LinkRequestView {
  @IdField()
  id!: Id;

  @IdField({ nullable: true, description: 'Null while the file is closed to the reader.' })
  beneficiaryId!: Id | null;

  @IdField({ nullable: true, description: 'The index card by which the person was found.' })
  cardId!: Id | null;

  @Text({ min: 0, description: 'The name, or its initials while the file is closed to the reader.' })
  personName!: string;

  @Whole({ nullable: true })
  birthYear!: number | null;

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

  @Text({ min: 0, max: 2000, description: 'What was answered to the one who asked.' })
  answer!: string;

  @Whole()
  version!: number;
}

export class LinkRequestsPage {
  @ListOf(() => LinkRequestView)
  items!: LinkRequestView[];

  @Text({ nullable: true, max: 400 })
  next!: string | null;
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
