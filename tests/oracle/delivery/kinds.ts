export {
  ArticleKind,
  BylineRole,
  ContributorKind,
  CorrectionKind,
  LinkKind,
  MediaKind,
  TopicType,
} from "../../../src/database/generated/enums.ts";
