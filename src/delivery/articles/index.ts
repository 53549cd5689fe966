export { articleNoun, correctionNoun, topicNoun } from "./article.noun.ts";
export { blockRecords } from "./body.fields.ts";
export { linkNoun, linkRecords } from "./link.noun.ts";
export { agencyNoun, creditPartNoun, mediaNoun } from "./media.noun.ts";
export { bylineNoun, contributorNoun } from "./people.noun.ts";
