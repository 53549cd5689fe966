export {
  ArticleKind,
  BylineRole,
  ContributorKind,
  CorrectionKind,
  LinkKind,
  MediaKind,
  TopicType,
} from "../database/generated/enums.ts";
