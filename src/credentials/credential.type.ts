import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'A W3C Verifiable Credential 2.0 that attests a document. It says no more than the document; whether that is in effect stands in a public status list.',
})
export class IssuedCredential {
  @Field(() => String, { description: 'The credential as `vc+jwt`: a compact JWS (EdDSA), by the keys at `/.well-known/jwks.json`.' })
  credential!: string;
}
