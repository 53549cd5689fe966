import { DirectiveLocation, GraphQLDirective, GraphQLInt, GraphQLNonNull } from "graphql";

/** Says for how long what a field or type tells may be kept (Apollo's `@cacheControl`, as far as it is used here). */
export const cacheControlDirective = new GraphQLDirective({
  name: "cacheControl",
  description: "For how many seconds an answer with this in it may be kept; the least of an answer's fields counts.",
  locations: [
    DirectiveLocation.FIELD_DEFINITION,
    DirectiveLocation.OBJECT,
    DirectiveLocation.INTERFACE,
    DirectiveLocation.UNION,
  ],
  args: { maxAge: { type: new GraphQLNonNull(GraphQLInt), description: "Seconds." } },
});
