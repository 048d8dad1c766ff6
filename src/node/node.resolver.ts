import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { accountById } from '../accounts/account.loader.ts';
import { readAppeal } from '../appeals/reading.service.ts';
import { applicationById } from '../applications/application.loader.ts';
import { externalAuditorById } from '../auditors/external-auditor.loader.ts';
import { readAudit } from '../audits/reading.service.ts';
import { calendarFeedById } from '../calendars/calendar-feed.loader.ts';
import { certificateById } from '../certificates/certificate.loader.ts';
import { consentById } from '../consents/consent.loader.ts';
import type { Context } from '../contract/context.ts';
import { fromGlobalId, type NodeType } from '../contract/global-id.ts';
import { Node } from '../contract/node.type.ts';
import { emailDigestById } from '../digests/email-digest.loader.ts';
import { requestById } from '../equivalency/request.loader.ts';
import { exceptionById } from '../exceptions/exception.loader.ts';
import { biddingDocumentById, letterById } from '../letters/letter.loader.ts';
import { visibleOrganizationById } from '../organizations/organization.loader.ts';
import { personById } from '../people/person.loader.ts';
import { recognitionById } from '../recognition/sose-recognition.loader.ts';
import { registrationById } from '../registrations/registration.loader.ts';
import { revocationById } from '../revocations/revocation.loader.ts';
import { spotCheckById } from '../spot-checks/spot-check.loader.ts';
import { keptRequirementById } from '../tenders/kept-requirement.loader.ts';
import { watchListById } from '../watch-lists/watch-list.loader.ts';
import { webhookById } from '../webhooks/webhook.loader.ts';
import { NodeArgs, NodesArgs } from './node.args.ts';

/** Finds anything by its global id; what the caller may not know of is not there. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'The object with a global id; null if none is visible to you today. Documents are visible if today’s standing rests on them.',
  })
  node(@Args(() => NodeArgs) { id }: NodeArgs, @Ctx() context: Context): Promise<Node | null> {
    return nodeOf(context, id);
  }

  @Query(() => [Node], { nullable: 'items', description: 'The same for up to 100 ids, in the order asked.' })
  nodes(@Args(() => NodesArgs) { ids }: NodesArgs, @Ctx() context: Context): Promise<(Node | null)[]> {
    return Promise.all(ids.map((id) => nodeOf(context, id)));
  }
}

async function nodeOf(context: Context, id: string): Promise<Node | null> {
  const node = fromGlobalId(id);
  return node && (await finders[node.type](context, node.uuid));
}

const finders: Readonly<Record<NodeType, (context: Context, uuid: string) => Promise<Node | null>>> = {
  Account: (context, uuid) => context.loader(accountById).load(uuid),
  Appeal: readAppeal,
  Audit: readAudit,
  BiddingDocument: (context, uuid) => context.loader(biddingDocumentById).load(uuid),
  Certificate: (context, uuid) => context.loader(certificateById).load(uuid),
  Consent: (context, uuid) => context.loader(consentById).load(uuid),
  EmailDigest: (context, uuid) => context.loader(emailDigestById).load(uuid),
  EquivalencyRequest: (context, uuid) => context.loader(requestById).load(uuid),
  ExternalAuditor: (context, uuid) => context.loader(externalAuditorById).load(uuid),
  IssuingException: (context, uuid) => context.loader(exceptionById).load(uuid),
  KeptRequirement: (context, uuid) => context.loader(keptRequirementById).load(uuid),
  LetterOfGoodStanding: (context, uuid) => context.loader(letterById).load(uuid),
  Organization: (context, uuid) => context.loader(visibleOrganizationById).load(uuid),
  Person: (context, uuid) => context.loader(personById).load(uuid),
  RegistrationApplication: (context, uuid) => context.loader(applicationById).load(uuid),
  Registration: (context, uuid) => context.loader(registrationById).load(uuid),
  Revocation: (context, uuid) => context.loader(revocationById).load(uuid),
  SoseRecognition: (context, uuid) => context.loader(recognitionById).load(uuid),
  SpotCheck: (context, uuid) => context.loader(spotCheckById).load(uuid),
  CalendarFeed: (context, uuid) => context.loader(calendarFeedById).load(uuid),
  WatchList: (context, uuid) => context.loader(watchListById).load(uuid),
  Webhook: (context, uuid) => context.loader(webhookById).load(uuid),
};
