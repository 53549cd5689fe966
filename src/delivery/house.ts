import {
  agencyNoun,
  articleNoun,
  bylineNoun,
  contributorNoun,
  correctionNoun,
  creditPartNoun,
  mediaNoun,
  topicNoun,
} from "./articles/index.ts";
import type { House } from "./plan/index.ts";
import { railsBeside } from "./rails/index.ts";
import { sectionNoun } from "./sections/index.ts";

/** Builds the house: every noun knows all the others. */
function build(): House {
  const house = {} as { -readonly [Name in keyof House]: House[Name] };
  house.article = articleNoun(house);
  house.section = sectionNoun(house);
  house.byline = bylineNoun(house);
  house.contributor = contributorNoun();
  house.topic = topicNoun();
  house.correction = correctionNoun(house);
  house.media = mediaNoun(house);
  house.creditPart = creditPartNoun(house);
  house.agency = agencyNoun();
  house.railsBeside = railsBeside(house);
  return house;
}

/** Every noun readers can ask for. */
export const house: House = build();
