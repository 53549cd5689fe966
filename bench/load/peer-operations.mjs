import { bodyOf as oursOf } from "./operations.mjs";

// The same screens in each peer's spelling. Neither has a Blogs rail, so an article costs them one list less.
const postgraphileCard = "slug headline summary publishedAt";
const byTime = "orderBy:[PUBLISHED_AT_DESC,ID_DESC]";
const credits = "mediaCreditsByMediaId(orderBy:[MEDIA_ID_ASC,POSITION_ASC]){nodes{role name}}";

const queries = {
  postgraphile: {
    Article: `query Article($slug:String!){articleBySlug(slug:$slug){${postgraphileCard} body sectionBySectionId{slug name articlesBySectionId(first:5,${byTime}){nodes{${postgraphileCard}}}} articleAuthorsByArticleId(orderBy:[PRIMARY_KEY_ASC]){nodes{authorByAuthorId{slug name}}} articleMediasByArticleId(orderBy:[PRIMARY_KEY_ASC]){nodes{mediaByMediaId{url alt caption width height creditLine ${credits}}}} relatedLinksByArticleId(orderBy:[POSITION_ASC]){nodes{title summary url articleByTargetId{slug headline summary}}}}}`,
    Section: `query Section($slug:String!){sectionBySlug(slug:$slug){slug name articlesBySectionId(first:20,${byTime}){nodes{${postgraphileCard} articleMediasByArticleId(first:1,orderBy:[PRIMARY_KEY_ASC]){nodes{mediaByMediaId{url creditLine ${credits}}}}}}}}`,
    Home: `query Home{allSections(first:8,orderBy:[ID_ASC]){nodes{slug name articlesBySectionId(first:5,${byTime}){nodes{${postgraphileCard}}}}}}`,
    Search: `query Search($query:String!){searchArticles(q:$query,first:20){nodes{${postgraphileCard} sectionBySectionId{slug}}}}`,
  },
  textbook: {
    Article: `query Article($slug:String!){article(slug:$slug){slug headline summary publishedAt body section{slug name} authors{slug name} media{url alt caption width height creditLine credits{role name}} related{title summary url target{slug}} moreFromSection(first:4){slug headline summary publishedAt}}}`,
    Section: `query Section($slug:String!){section(slug:$slug){slug name articles(first:20){slug headline summary publishedAt leadMedia{url creditLine credits{role name}}}}}`,
    Home: `query Home{sections(first:8){slug name articles(first:5){slug headline summary publishedAt}}}`,
    Search: `query Search($query:String!){search(query:$query,first:20){slug headline summary publishedAt section{slug}}}`,
  },
};

const variables = { Section: ({ path }) => ({ slug: path.slice(1) }) };

/** Whether a system has such a screen. */
export const hasScreen = (system, name) => queries[system] === undefined || name in queries[system];

/** The body of a screen's request in a system's spelling. */
export function bodyFor(system, name, values) {
  const own = queries[system];
  if (own === undefined) return oursOf(name, values);
  return JSON.stringify({ operationName: name, query: own[name], variables: variables[name]?.(values) ?? values });
}
