import { GraphQLError, GraphQLScalarType, Kind, type GraphQLScalarTypeConfig } from "graphql";
import { GraphQLDateTimeISO, GraphQLJSONObject } from "graphql-scalars";
import { isWebUrl } from "../../domain/text/index.ts";

const describedBy = <I, O>(of: GraphQLScalarType<I, O>, config: Partial<GraphQLScalarTypeConfig<I, O>>) =>
  new GraphQLScalarType<I, O>({ ...of.toConfig(), extensions: {}, ...config });

/** A moment with its zone, given and taken as RFC 3339; dates without a time are refused. */
export const DateTime = describedBy(GraphQLDateTimeISO, {
  name: "DateTime",
  description: "A moment, as RFC 3339 with a zone: 2026-03-01T06:00:00Z.",
  specifiedByURL: "https://scalars.graphql.org/andimarek/date-time.html",
});

/** Data whose shape this schema does not fix. */
export const JSONObject = describedBy(GraphQLJSONObject, {
  name: "JSONObject",
  description: "An object whose shape the schema does not fix.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc8259",
});

function webUrl(value: unknown): string {
  if (typeof value === "string" && isWebUrl(value)) return value;
  throw new GraphQLError("WebUrl takes an http or https address.");
}

/** An http or https address; no other scheme passes, in either direction. */
export const WebUrl = new GraphQLScalarType<string, string>({
  name: "WebUrl",
  description: "An http or https address, never another scheme.",
  specifiedByURL: "https://url.spec.whatwg.org/",
  serialize: webUrl,
  parseValue: webUrl,
  parseLiteral: (node) => webUrl(node.kind === Kind.STRING ? node.value : undefined),
});

function calendarDay(value: unknown): string {
  const date = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (date !== null && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value) return value;
  throw new GraphQLError("Date takes a calendar day such as 2026-03-01.");
}

/** A calendar day without time or zone. */
export const CalendarDate = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "A calendar day without time or zone: 2026-03-01.",
  specifiedByURL: "https://scalars.graphql.org/andimarek/local-date.html",
  serialize: calendarDay,
  parseValue: calendarDay,
  parseLiteral: (node) => calendarDay(node.kind === Kind.STRING ? node.value : undefined),
});
