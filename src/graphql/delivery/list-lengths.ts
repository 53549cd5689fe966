/**
 * How long the lists of the public schema that take no arguments are taken to be when a query is priced. Generous
 * guesses: the price is the worst case a screen should plan for, not what most answers hold.
 */
export const listLengths: Readonly<Record<string, number>> = {
  "Article.blocks": 20,
  "Article.bylineNotes": 1,
  "Article.bylines": 3,
  "Article.corrections": 2,
  "Article.media": 10,
  "Article.rails": 3,
  "Article.relatedLinks": 10,
  "Article.secondarySections": 2,
  "Article.topics": 6,
  "Credit.parts": 4,
  "FactBoxBlock.blocks": 4,
  "GalleryBlock.pictures": 10,
  "ListBlock.items": 6,
  "Query.sections": 10,
  "Rail.items": 10,
  "RelatedBoxBlock.links": 5,
  "Section.breadcrumb": 3,
  "Section.children": 5,
  "TableBlock.header": 4,
  "TableBlock.rows": 6,
  "TableRow.cells": 4,
};
