import { REGION_CODES, ROLES, type RegionCode, type Role } from '@relais/domain';
import { Flag, IdField, ListOf, Nested, OneOf, Text, Whole } from '@relais/server/kernel';

/** E-mail and password; the post may be named at once. */
export class SignInRequest {
  @Text({ min: 3, max: 254 })
  email!: string;

  @Text({ max: 256 })
  password!: string;

  @Text({ optional: true, max: 20, description: 'The code of the telephone, or one kept on paper' })
  code?: string;

  @IdField({ optional: true })
  postId?: string;
}

export class ChoosePostRequest {
  @IdField()
  postId!: string;
}

export class RefreshRequest {
  @Text({ max: 200 })
  refreshToken!: string;
}

/** A post as its holder sees it. */
export class PostView {
  @IdField()
  id!: string;

  @OneOf(REGION_CODES)
  region!: RegionCode;

  @Text()
  regionName!: string;

  @Text()
  operator!: string;

  @IdField()
  operatorId!: string;

  @Text()
  unit!: string;

  @IdField()
  unitId!: string;

  @OneOf(ROLES)
  role!: Role;

  @Text({ min: 0 })
  title!: string;

  @Flag({ description: 'Acted as only after a second factor' })
  asksCode!: boolean;
}

/** Tokens for a program; the access token acts as `post`. */
export class TokenView {
  @Text({ max: 4000 })
  accessToken!: string;

  @Text({ max: 200 })
  refreshToken!: string;

  @Whole({ description: 'Seconds for which the access token holds' })
  expiresIn!: number;

  @Nested(() => PostView, { nullable: true })
  post!: PostView | null;

  @ListOf(() => PostView, { max: 500 })
  posts!: PostView[];
}

/** Another access token of the same session; the refresh token stays. */
export class AccessTokenView {
  @Text({ max: 4000 })
  accessToken!: string;

  @Whole({ description: 'Seconds for which the access token holds' })
  expiresIn!: number;

  @Nested(() => PostView)
  post!: PostView;
}

export class AccountView {
  @Text()
  givenName!: string;

  @Text()
  familyName!: string;

  @Text({ max: 254 })
  email!: string;

  @OneOf(['fr', 'en'])
  locale!: string;
}

/** Who is signed in with this browser, and as which post. */
export class SessionView {
  @Nested(() => AccountView)
  account!: AccountView;

  @Nested(() => PostView, { nullable: true })
  post!: PostView | null;

  @ListOf(() => PostView, { max: 500 })
  posts!: PostView[];

  @Text({ description: 'To send back as `x-relais-csrf` with every change' })
  csrf!: string;
}

export class DemoAccountView {
  @Text({ max: 254 })
  email!: string;

  @Text()
  password!: string;

  @OneOf(REGION_CODES)
  region!: RegionCode;

  @Text()
  regionName!: string;

  @Text()
  operator!: string;

  @Text({ min: 0 })
  unit!: string;

  @OneOf(ROLES)
  role!: Role;

  @Text({ nullable: true, description: 'Secret of the second factor, for an application on a telephone' })
  secret!: string | null;

  @Text({ nullable: true, description: 'The code of this half minute' })
  code!: string | null;
}

export class DemoAccountList {
  @ListOf(() => DemoAccountView, { max: 500 })
  items!: DemoAccountView[];
}
