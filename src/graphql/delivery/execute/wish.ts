import type { GraphQLResolveInfo } from "graphql";
import type { Wish } from "../../../delivery/index.ts";
import { wantedBelow } from "./selection.ts";
import { shapeOf } from "./shapes.ts";

/** What a root field is asked for, as the plan takes it. */
export const wishOf = (info: GraphQLResolveInfo): Wish => ({
  selection: wantedBelow(info),
  shape: shapeOf(info.returnType),
  variables: info.variableValues,
});
