export { articleNoun, correctionNoun, topicNoun } from "./article.noun.ts";
export { agencyNoun, creditPartNoun, mediaNoun } from "./media.noun.ts";
export { bylineNoun, contributorNoun } from "./people.noun.ts";
