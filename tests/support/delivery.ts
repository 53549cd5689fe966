import { ApolloServer } from "@apollo/server";
import type { PrismaClient } from "../../src/database/generated/client.ts";
import { deliveryContext, deliverySchema, type DeliveryContext } from "../../src/graphql/delivery/index.ts";
import { liveAt } from "../../src/delivery/index.ts";

const made: { server?: Promise<ApolloServer<DeliveryContext>> } = {};

async function start(): Promise<ApolloServer<DeliveryContext>> {
  const server = new ApolloServer<DeliveryContext>({ schema: await deliverySchema(), stopOnTerminationSignals: false });
  await server.start();
  return server;
}

/** Asks the public schema without HTTP, at a moment if one is given. Throws what any resolver threw. */
export async function read<Data = Record<string, unknown>>(
  db: PrismaClient,
  query: string,
  variables: Record<string, unknown> = {},
  at?: Date,
): Promise<Data> {
  const server = await (made.server ??= start());
  const source = { db, siteUrl: "https://news.example" };
  const contextValue = deliveryContext(at === undefined ? source : { ...source, lens: liveAt(at) });
  const { body } = await server.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== "single") throw new Error("The answer came in parts.");
  const { data, errors } = body.singleResult;
  if (errors !== undefined) throw new Error(JSON.stringify(errors.map(({ message, path }) => ({ message, path }))));
  return JSON.parse(JSON.stringify(data)) as Data;
}
