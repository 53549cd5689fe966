import { Field, Int, ObjectType } from "type-graphql";

@ObjectType()
export class Credit {
  @Field(() => String)
  role!: string;
  @Field(() => String)
  name!: string;
}

@ObjectType()
export class Author {
  @Field(() => String)
  slug!: string;
  @Field(() => String)
  name!: string;
}

@ObjectType()
export class Media {
  id!: number;
  @Field(() => String)
  url!: string;
  @Field(() => String)
  alt!: string;
  @Field(() => String)
  caption!: string;
  @Field(() => Int)
  width!: number;
  @Field(() => Int)
  height!: number;
  @Field(() => String)
  creditLine!: string;
}

@ObjectType()
export class Section {
  id!: number;
  @Field(() => String)
  slug!: string;
  @Field(() => String)
  name!: string;
}

@ObjectType()
export class Article {
  id!: number;
  sectionId!: number;
  @Field(() => String)
  slug!: string;
  @Field(() => String)
  headline!: string;
  @Field(() => String)
  summary!: string;
  @Field(() => String)
  body!: string;
  @Field(() => Date)
  publishedAt!: Date;
}

@ObjectType()
export class RelatedLink {
  targetId!: number | null;
  title!: string | null;
  summary!: string | null;
  @Field(() => String, { nullable: true })
  url!: string | null;
}
