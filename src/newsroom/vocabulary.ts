export {
  AddressState,
  ArticleKind,
  BylineRole,
  ContributorKind,
  CorrectionKind,
  CreditRole,
  LinkKind,
  MediaKind,
  MediaState,
  PlacementRole,
  RevisionKind,
  TopicType,
} from "../database/generated/enums.ts";
