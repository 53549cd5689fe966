import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import "./shared/enums.ts";
import { finishSchema } from "../shared/index.ts";
import { DateTime } from "../shared/scalars.ts";
import { AuditResolver } from "./access/audit.resolver.ts";
import { MeResolver } from "./access/me.resolver.ts";
import { TokenResolver } from "./access/token.resolver.ts";
import { UserResolver } from "./access/user.resolver.ts";
import { ArticleEditsResolver } from "./articles/article-edits.resolver.ts";
import { ArticleResolver } from "./articles/article.resolver.ts";
import { CorrectionResolver } from "./articles/correction.resolver.ts";
import { PreflightResolver } from "./articles/preflight.resolver.ts";
import { moveResolvers } from "./articles/moves.resolver.ts";
import { BylineResolver, PlacementResolver, RevisionResolver } from "./articles/revision.resolver.ts";
import { ChangeResolver } from "./changes/change.resolver.ts";
import { ContributorResolver } from "./contributors/contributor.resolver.ts";
import { AddressResolver } from "./links/address.resolver.ts";
import { ArticleLinksResolver, MediaUsesResolver, TakenDownResolver } from "./links/article-links.resolver.ts";
import { LinkBackResolver } from "./links/link-back.resolver.ts";
import { LinkResolver } from "./links/link.resolver.ts";
import { LockResolver } from "./locks/lock.resolver.ts";
import { CreditPartResolver, MediaResolver } from "./media/media.resolver.ts";
import { RedirectResolver } from "./redirects/redirect.resolver.ts";
import { ArticleDiffResolver } from "./revisions/diff.resolver.ts";
import { HistoryResolver } from "./revisions/history.resolver.ts";
import { ArticlePreviewsResolver, CreatedPreviewResolver, PreviewResolver } from "./preview/preview.resolver.ts";
import { SectionResolver } from "./sections/section.resolver.ts";
import { TopicResolver } from "./topics/topic.resolver.ts";

const resolvers = [
  MeResolver,
  AuditResolver,
  ChangeResolver,
  UserResolver,
  TokenResolver,
  ArticleResolver,
  ArticleEditsResolver,
  PreflightResolver,
  CorrectionResolver,
  ...moveResolvers,
  RevisionResolver,
  HistoryResolver,
  ArticleDiffResolver,
  LockResolver,
  BylineResolver,
  PlacementResolver,
  LinkResolver,
  LinkBackResolver,
  ArticleLinksResolver,
  MediaUsesResolver,
  TakenDownResolver,
  AddressResolver,
  RedirectResolver,
  SectionResolver,
  ContributorResolver,
  TopicResolver,
  MediaResolver,
  CreditPartResolver,
  PreviewResolver,
  CreatedPreviewResolver,
  ArticlePreviewsResolver,
] as const;

/** The schema of the desk: drafts and all. Nothing of it stands in the public one. */
export async function deskSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    orphanedTypes: [],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    // Input is checked by the use cases, where every door meets the same rules.
    validate: false,
  });
  return finishSchema(schema);
}
