import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { MaxLength, ValidateNested } from 'class-validator';
import { type GraphQLObjectType, isObjectType } from 'graphql';
import { Arg, Args, ArgsType, Field, FieldResolver, InputType, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { resolvers } from '../../src/resolvers.ts';
import { namedFields } from '../../src/server/lane/hot-fields.ts';
import { makeSchema } from '../../src/server/schema.ts';

@InputType()
class Wording {
  @Field(() => String)
  @MaxLength(3)
  text!: string;
}

@ArgsType()
class About {
  @Field(() => Wording)
  @ValidateNested()
  wording!: Wording;
}

@ObjectType()
class Answered {
  @Field(() => String)
  plain!: string;

  @Field(() => String)
  worded!: string;

  @Field(() => String)
  checked!: string;
}

@Resolver(() => Answered)
class AnsweredResolver {
  @Query(() => Answered)
  answered(): Pick<Answered, 'plain'> {
    return { plain: 'as it is' };
  }

  @Query(() => String)
  answeredAbout(@Args(() => About) { wording }: About): string {
    return `${wording.constructor.name} ${wording.text}`;
  }

  @FieldResolver(() => String)
  worded(@Root() { plain }: Answered, @Arg('word', () => String) word: string): string {
    return `${plain}, ${word}`;
  }

  @FieldResolver(() => String)
  checked(@Arg('wording', () => Wording) { text }: Wording): string {
    return text;
  }
}

const source = { plain: 'as it is' };

async function fieldsOf(): Promise<ReturnType<GraphQLObjectType['getFields']>> {
  const type = (await makeSchema([AnsweredResolver])).getType('Answered');
  if (!isObjectType(type)) throw new Error('It is an object.');
  return type.getFields();
}

// The executor passes an info object to every resolver; these do not read it.
const info = {} as never;

const ask = async (name: string, args: object): Promise<unknown> => (await fieldsOf())[name]?.resolve?.(source, args, {}, info);

describe('a field of an object', () => {
  test('without a resolver is read by GraphQL itself', async () => {
    expect((await fieldsOf()).plain?.resolve).toBeUndefined();
  });

  test('with a scalar argument answers at once, without a promise', async () => {
    const { worded } = await fieldsOf();
    expect(worded?.resolve?.(source, { word: 'and more' }, {}, info)).toBe('as it is, and more');
  });

  test('with an input object checks it', async () => {
    expect(await ask('checked', { wording: { text: 'abc' } })).toBe('abc');
    await expect(ask('checked', { wording: { text: 'abcd' } })).rejects.toThrow('text');
  });
});

test('every field of the API with only scalar arguments answers at once', async () => {
  const schema = await makeSchema([...resolvers]);
  const type = schema.getType('Verification');
  if (!isObjectType(type)) throw new Error('It is an object.');
  const { reasons, found } = type.getFields();
  expect(found?.resolve).toBeUndefined();
  expect(reasons?.resolve?.({ consulted: () => [] }, {}, { locale: 'en' }, info)).toEqual([]);
});

test('a query with a class of arguments answers at once if they pass, and says what is wrong with them if not', async () => {
  const { answeredAbout } = (await makeSchema([AnsweredResolver])).getQueryType()?.getFields() ?? {};
  expect(answeredAbout?.resolve?.({}, { wording: { text: 'abc' } }, {}, info)).toBe('Wording abc');
  await expect(answeredAbout?.resolve?.({}, { wording: { text: 'abcd' } }, {}, info)).rejects.toThrow('wording.text');
});

test('every field that is answered from memory exists', async () => {
  const schema = await makeSchema([...resolvers]);
  const missing = namedFields().flatMap(([name, fields]) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) return [name];
    return fields === 'all' ? [] : fields.filter((field) => !type.getFields()[field]).map((field) => `${name}.${field}`);
  });
  expect(missing).toEqual([]);
});
