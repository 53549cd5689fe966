// TypeGraphQL, Prisma, Apollo Server and DataLoader on Express, as their tutorials put them together.
import "reflect-metadata";
import { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@as-integrations/express5";
import { PrismaPg } from "@prisma/adapter-pg";
import express from "express";
import { buildSchema } from "type-graphql";
import { PrismaClient } from "./generated/client.js";
import { loadersOf } from "./loaders.js";
import { ArticleResolver, MediaResolver, RelatedLinkResolver, SectionResolver, type Context } from "./resolvers.js";

const adapter = new PrismaPg(
  { connectionString: process.env["DATABASE_URL"]!, max: Number(process.env["CONNECTIONS"]) },
  { schema: "news" },
);
const prisma = new PrismaClient({ adapter });
const schema = await buildSchema({
  resolvers: [ArticleResolver, MediaResolver, RelatedLinkResolver, SectionResolver],
  validate: false,
});
const server = new ApolloServer<Context>({ schema, includeStacktraceInErrorResponses: false });
await server.start();

const app = express();
const context = async (): Promise<Context> => ({ prisma, loaders: loadersOf(prisma) });
app.use("/graphql", express.json(), expressMiddleware(server, { context }));
app.listen(Number(process.env["PORT"]), "127.0.0.1");
